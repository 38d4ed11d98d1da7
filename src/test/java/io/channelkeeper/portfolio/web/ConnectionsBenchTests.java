package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.ManyConnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * How long the list of connections takes where there are many, against where there are
 * few; both in turn, so that both meet the same machine.
 */
@ApplicationTest
class ConnectionsBenchTests {

	/** Opened so often to warm up, and again to measure. */
	private static final int TIMES = 40;

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	ManyConnections many;

	private final List<Viewer> made = new ArrayList<>();

	@AfterEach
	void forgetConnections() {
		this.made.forEach(this.many::forget);
	}

	@Test
	@Tag("benchmarks")
	@DisplayName("50,000 connections are listed in at most 1.5 times the time of 50")
	void listsFiftyThousand() throws Exception {
		Viewer few = make(50);
		Viewer lots = make(50_000);
		assertThat(ratio(few, lots, "/connections")).isLessThanOrEqualTo(1.5);
		assertThat(ratio(few, lots, "/connections?group=sign-in")).isLessThanOrEqualTo(1.5);
	}

	private double ratio(Viewer few, Viewer lots, String path) throws Exception {
		List<Duration> ofFew = new ArrayList<>();
		List<Duration> ofLots = new ArrayList<>();
		for (int i = 0; i < 2 * TIMES; i++) {
			Duration fewTook = open(path, few);
			Duration lotsTook = open(path, lots);
			if (i >= TIMES) {
				ofFew.add(fewTook);
				ofLots.add(lotsTook);
			}
		}
		double ratio = median(ofLots).toNanos() / (double) median(ofFew).toNanos();
		System.out.println("%s: %d ms with 50 connections, %d ms with 50,000, %.2f times".formatted(path,
				median(ofFew).toMillis(), median(ofLots).toMillis(), ratio));
		return ratio;
	}

	private Viewer make(int count) {
		Viewer viewer = this.organizations.make("Bench");
		this.made.add(viewer);
		this.many.make(viewer, count);
		return viewer;
	}

	private Duration open(String path, Viewer viewer) throws Exception {
		long begun = System.nanoTime();
		this.mvc.perform(get(URI.create(path)).with(this.organizations.signedIn(viewer))).andExpect(status().isOk());
		return Duration.ofNanos(System.nanoTime() - begun);
	}

	private static Duration median(List<Duration> durations) {
		Collections.sort(durations);
		return durations.get(durations.size() / 2);
	}

}
