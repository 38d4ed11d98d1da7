package io.channelkeeper.picture.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * What works in the background, as the page shows it.
 *
 * @param plan what is due by itself
 * @param lately what came of the last 24 hours
 * @param limits what is left of the networks' limits
 * @param runs what members asked for, the newest first
 */
record JobsView(List<String> plan, List<String> lately, List<Limit> limits, List<Run> runs) {

	/**
	 * CRC-32 of the content, in hex; the page sends it back and gets 204 while it is the
	 * same.
	 */
	public String version() {
		CRC32 sum = new CRC32();
		sum.update(toString().getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(sum.getValue());
	}

	/** The ids of the runs that go on, with commas between: the page sends them back. */
	public String running() {
		return this.runs.stream()
			.filter((run) -> run.state().equals("RUNNING"))
			.map((run) -> run.id().toString())
			.collect(Collectors.joining(","));
	}

	/**
	 * What is left of a limit.
	 *
	 * @param title what is counted, and whose
	 * @param left what is left, or null where the network does not say
	 * @param closed until when background work waits, or null
	 */
	record Limit(String title, @Nullable String left, @Nullable Instant closed) {

	}

	/**
	 * A run.
	 *
	 * @param id of the run
	 * @param title what it is about
	 * @param asked who asked
	 * @param at when
	 * @param total how many channels
	 * @param done how many of them are done
	 * @param progress that in words
	 * @param state RUNNING, STOPPED or OVER
	 * @param left how long it takes yet, or null
	 * @param parts what came of those that are done
	 */
	record Run(UUID id, String title, String asked, Instant at, int total, long done, String progress, String state,
			@Nullable String left, List<String> parts) {

	}

}
