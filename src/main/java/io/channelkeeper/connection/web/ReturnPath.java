package io.channelkeeper.connection.web;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.connection.ConnectPlan;

/**
 * Where somebody goes back to (M-11).
 */
final class ReturnPath {

	/** A path of ours: never another site, and nothing that could break a header. */
	private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]{0,500}");

	private ReturnPath() {
	}

	/** What was named if it is a path of ours, else the creator's page. */
	static String of(@Nullable String typed, ConnectPlan plan) {
		return (typed != null && OWN.matcher(typed).matches()) ? typed : "/creators/" + plan.creator().id();
	}

}
