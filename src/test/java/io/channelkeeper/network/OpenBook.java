package io.channelkeeper.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A book of limits for contexts without a database: closed only when told, and every
 * report can be read.
 */
public class OpenBook implements RateLimitBook {

	public final List<CallReport> reports = new ArrayList<>();

	public volatile @Nullable Instant closedUntil;

	@Override
	public Optional<Instant> closedUntil(ApiName api) {
		return Optional.ofNullable(this.closedUntil);
	}

	@Override
	public synchronized void note(CallReport report) {
		this.reports.add(report);
	}

}
