"""``serve`` and ``watch``: what is made again whenever its document changes."""

from __future__ import annotations

import time
from pathlib import Path

import click

from sdksmith.cli.exits import EXIT_CODES, EXIT_OK
from sdksmith.cli.options import TargetName, config_option, set_option
from sdksmith.cli.running import show_failure


@click.command(epilog=EXIT_CODES)
@click.argument("spec", required=False, type=click.Path())
@config_option
@set_option
@click.option("--target", type=TargetName(), default="reference", show_default=True, help="What to show.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 for any that is free.",
)
def serve(spec: str | None, config_file: Path | None, overrides: tuple[str, ...], target: str, port: int) -> int:
    """Show the API reference of SPEC on this machine, and follow changes of what it is made from.

    The site is made in a temporary folder. When the document, the config or an overlay changes, it is made again, and pages that are open load
    again. End with Ctrl-C.
    """
    from tempfile import TemporaryDirectory

    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.project import CONFIG_NAME, open_project
    from sdksmith.report import visible
    from sdksmith.serving import Follower, SiteServer, follow

    with TemporaryDirectory(prefix="sdksmith-serve-") as folder:
        site = Path(folder) / "site"

        def make() -> bool:
            try:
                project = open_project(spec, config_file, overrides)
                pipeline.generate(project.source, project.config, outputs={target: site})
            except Failure as failure:
                show_failure(failure, None, config_file, overrides)
                return False
            return True

        try:
            project = open_project(spec, config_file, overrides)
        except Failure as failure:
            return show_failure(failure, None, config_file, overrides)
        watched = [Path(project.source).parent, Path(config_file or CONFIG_NAME)]
        watched += [Path(overlay) for overlay in project.config.overlays]
        watched += [Path(project.config.templates)] if project.config.templates else []
        follower = Follower(watched)
        site.mkdir()
        made = make()
        try:
            server = SiteServer(site, port)
        except OSError as error:
            raise click.UsageError(f"port {port} can't be used: {(error.strerror or '').lower()}") from error
        server.start()
        click.echo(visible(f"{server.url} shows {project.source}") + ("" if made else ", once it has no errors"))

        def again() -> None:
            if make():
                server.reload()
                click.echo("made again")

        def pause() -> bool:
            time.sleep(0.3)
            return True

        try:
            follow(follower, again, pause)
        except KeyboardInterrupt:
            return EXIT_OK
        finally:
            server.stop()
    return EXIT_OK


@click.command(epilog=EXIT_CODES)
@click.argument("spec", required=False, type=click.Path())
@config_option
@set_option
def watch(spec: str | None, config_file: Path | None, overrides: tuple[str, ...]) -> int:
    """Generate the libraries of the config, and again whenever the document, the config, an overlay or a template changes.

    What is wrong is said, and the last good libraries stay. End with Ctrl-C.
    """
    from sdksmith import pipeline
    from sdksmith.diagnostics import Failure
    from sdksmith.presentation import outcome_lines
    from sdksmith.project import CONFIG_NAME, open_project
    from sdksmith.serving import Follower, follow

    try:
        project = open_project(spec, config_file, overrides)
    except Failure as failure:
        return show_failure(failure, None, config_file, overrides)
    watched = [Path(project.source).parent, Path(config_file or CONFIG_NAME)]
    watched += [Path(overlay) for overlay in project.config.overlays]
    watched += [Path(project.config.templates)] if project.config.templates else []

    def make() -> None:
        try:
            found = open_project(spec, config_file, overrides)
            outputs = {name: found.output(name) for name in found.targets()}
            outcome = pipeline.generate(found.source, found.config, outputs=outputs)
        except Failure as failure:
            show_failure(failure, None, config_file, overrides)
            return
        for line in outcome_lines(outcome, mode="write", verbose=False):
            click.echo(line)

    def pause() -> bool:
        time.sleep(0.3)
        return True

    follower = Follower(watched, [project.output(name) for name in project.targets()])
    try:
        make()
        follow(follower, make, pause)
    except KeyboardInterrupt:
        return EXIT_OK
    return EXIT_OK
