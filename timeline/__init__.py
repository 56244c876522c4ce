"""WHEN and WHAT: the product. News text in, a Timeline out, and everything that is drawn from it.

from timeline import build, read, save

timeline = build(read("story.txt"))
save(timeline, "story.html")
"""
