"""The pages: operations, incoming requests, changes, and each as Markdown; imports all other rooms."""
