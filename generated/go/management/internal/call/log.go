package call

import (
	"log/slog"

	"github.com/auth0/go-auth0/management/management/core"
)

const (
	levelRetry = slog.LevelInfo
	levelDrift = slog.LevelWarn
)

func attrsOf(retry core.RetryInfo) []slog.Attr {
	attrs := []slog.Attr{
		slog.String("method", retry.Request.Method), slog.String("url", retry.Request.URL),
		slog.Int("number", retry.Number), slog.Duration("delay", retry.Delay),
	}
	if retry.Cause != nil {
		return append(attrs, slog.String("cause", retry.Cause.Error()))
	}
	return append(attrs, slog.Int("status", retry.StatusCode))
}
