"""What a client library of an API offers, decided once for every language; imports the model and the shared vocabulary."""
