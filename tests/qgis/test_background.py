# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one way of working in the background: results, errors, cancelling, the last question, the end."""

from __future__ import annotations

import threading
import time

import pytest
from qgis.PyQt.QtCore import QEventLoop, QTimer

from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.gui import background

LIMIT = 20.0


@pytest.fixture
def wait(qgis_app):
    """A function that runs the event loop until something holds."""

    def until(holds):
        loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + LIMIT
        timer.timeout.connect(lambda: loop.quit() if holds() or time.monotonic() > end else None)
        timer.start(5)
        loop.exec()
        timer.stop()
        assert holds(), "waited in vain"

    return until


@pytest.fixture
def work(qgis_app):
    """A Work that writes down what it tells, and in which thread."""
    made = background.Work()
    made.told = []
    made.done.connect(lambda value: made.told.append(("done", value, threading.current_thread())))
    made.failed.connect(lambda error: made.told.append(("failed", error, threading.current_thread())))
    yield made
    made.drop()


@pytest.fixture
def provider(qgis_app):
    """The algorithms, registered as in QGIS."""
    from qgis.core import QgsApplication

    from dprk_city_atlas.plugin.processing.provider import CityAtlasProvider

    made = CityAtlasProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


def until_stopped(begun):
    """A piece of work that goes on until it is stopped."""

    def piece(progress):
        begun.set()
        while True:
            progress(0.5)
            threading.Event().wait(0.005)

    return piece


def test_a_result_comes_in_the_main_thread_from_another_one(work, wait):
    work.start("x", lambda _progress: threading.current_thread())
    assert work.busy
    wait(lambda: work.told)
    [(kind, worker, hearer)] = work.told
    assert kind == "done"
    assert worker is not hearer
    assert hearer is threading.main_thread()
    assert not work.busy


def test_an_error_comes_as_it_was_raised(work, wait):
    def piece(_progress):
        raise AtlasError("no such file")

    work.start("x", piece)
    wait(lambda: work.told)
    assert [(kind, str(error)) for kind, error, _thread in work.told] == [("failed", "no such file")]


def test_what_is_cancelled_tells_so_once(work, wait):
    begun = threading.Event()
    work.start("x", until_stopped(begun))
    wait(begun.is_set)
    work.cancel()
    wait(lambda: work.told)
    [(kind, error, _thread)] = work.told
    assert kind == "failed"
    assert isinstance(error, Cancelled)
    assert not work.busy


def test_the_last_question_wins_and_the_first_is_never_heard_of(work, wait):
    begun, ended = threading.Event(), threading.Event()

    def first(progress):
        try:
            until_stopped(begun)(progress)
        finally:
            ended.set()

    work.start("first", first)
    wait(begun.is_set)
    work.start("second", lambda _progress: "second")
    wait(lambda: work.told and ended.is_set())
    assert [(kind, value) for kind, value, _thread in work.told] == [("done", "second")]


def test_what_is_dropped_is_stopped_and_not_heard_of(work, wait):
    begun, ended = threading.Event(), threading.Event()

    def piece(progress):
        begun.set()
        while not progress.cancelled():
            threading.Event().wait(0.005)
        ended.set()

    work.start("x", piece)
    wait(begun.is_set)
    work.drop()
    wait(ended.is_set)
    wait(lambda: not background._running)
    assert not work.told
    assert not work.busy


def test_nothing_runs_on_after_all_was_stopped(work, wait):
    begun, ended = threading.Event(), threading.Event()

    def piece(progress):
        try:
            until_stopped(begun)(progress)
        finally:
            ended.set()

    work.start("x", piece)
    wait(begun.is_set)
    background.stop_all()
    assert ended.is_set()
    assert not background._running


def test_a_waiting_step_returns_or_raises_what_it_made(qgis_app):
    assert background.alongside(threading.current_thread, "x") is not threading.main_thread()

    def refused():
        raise AtlasError("busy")

    with pytest.raises(AtlasError, match="busy"):
        background.alongside(refused, "x")


def test_an_algorithm_runs_as_a_piece_of_work(work, wait, provider):
    parameters = {"RADII": "500", "INPUT": points(), "OUTPUT": "memory:"}
    run = background.AlgorithmRun("cityatlas:rings", parameters)
    work.start("Rings", run)
    wait(lambda: work.told)
    assert work.told[0][0] == "done", work.told
    layer = run.take_layer(run.finish()["OUTPUT"])
    assert layer.featureCount() == 1
    assert layer.isValid()


def test_an_algorithm_that_cannot_run_says_why(work, wait, provider):
    with pytest.raises(AtlasError, match="no_such"):
        background.AlgorithmRun("cityatlas:no_such", {})
    run = background.AlgorithmRun("cityatlas:rings", {"RADII": "-5", "INPUT": points(), "OUTPUT": "memory:"})
    work.start("Rings", run)
    wait(lambda: work.told)
    [(kind, error, _thread)] = work.told
    assert kind == "failed"
    assert "-5" in str(error)


def points():
    """A layer with one point, in the project so that the algorithm finds it."""
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POINT (127.5 39.9)"))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer.id()
