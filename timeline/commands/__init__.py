"""What each command does, apart from how the command line spells it."""
