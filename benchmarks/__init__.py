"""What the figures of the README and of docs/ come from; ``make bench`` runs it."""
