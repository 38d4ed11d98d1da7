package io.channelkeeper.channel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Why something typed cannot be saved.
 *
 * @param code the last part of the message's key
 * @param arguments of the message
 * @param creatorId whose page tells more, or null
 */
public record TypedProblem(String code, List<String> arguments, @Nullable UUID creatorId) {

	/** A problem that leads to no creator. */
	static TypedProblem of(String code, String... arguments) {
		return new TypedProblem(code, List.of(arguments), null);
	}

	/** The key of the sentence that says it. */
	public String key() {
		return "channel.problem." + this.code;
	}

}
