package io.channelkeeper.connection.web;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.ConnectPlan;
import io.channelkeeper.support.web.OwnPath;

/**
 * Where somebody goes back to (M-11).
 */
final class ReturnPath {

	/** What an attempt can keep meanwhile. */
	private static final int LONGEST = 500;

	private ReturnPath() {
	}

	/** What was named if it is a path of ours, else the creator's page. */
	static String of(@Nullable String typed, ConnectPlan plan) {
		return OwnPath.parse(typed)
			.map(OwnPath::value)
			.filter((path) -> path.length() <= LONGEST)
			.orElseGet(() -> "/creators/" + plan.creator().id());
	}

}
