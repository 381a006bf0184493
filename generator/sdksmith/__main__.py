"""``python -m sdksmith``."""

from sdksmith.cli import main

if __name__ == "__main__":
    main()
