package dev.benchtop.power.http;

import java.util.Optional;

/** What is asked of a switch. */
record Requests(HttpEndpoint on, HttpEndpoint off, Optional<HttpState> state, Optional<HttpReadings> readings) {
}
