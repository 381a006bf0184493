// Package wiretest holds the methods of a library against the requests and responses that a document describes.
package wiretest
