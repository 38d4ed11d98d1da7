package io.channelkeeper.support.web;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A path within this installation that a browser may be sent to; never another site.
 *
 * @param value path and query, beginning with exactly one slash
 */
public record OwnPath(String value) {

	private static final Pattern SHAPE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]{0,1000}");

	/** Empty for anything that is not such a path. */
	public static Optional<OwnPath> parse(@Nullable String typed) {
		return (typed != null && SHAPE.matcher(typed).matches()) ? Optional.of(new OwnPath(typed)) : Optional.empty();
	}

}
