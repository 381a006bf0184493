"""Frame around all pages: addresses, the ways between pages, the menu, and what a template is given of them; imports `markup`."""
