// Package option has what can be set for a client, or for one call.
package option
