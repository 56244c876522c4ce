"""What README claims about speed, repeatable: ratios against a peer in the same run, never seconds alone."""
