// Package call sends the requests of the generated methods, and reads the responses.
//
// A generated method describes its operation once, as an [Endpoint], and calls one of [Data], [Nothing], [Pages], [Events],
// [Values] and [Download] with what it was given. [Raw] returns the response with its data.
package call
