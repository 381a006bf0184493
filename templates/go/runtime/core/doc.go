// Package core holds what programs name beside the types of an API: errors, pages, streams, files and dates.
package core
