package io.channelkeeper.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Guidance;

/**
 * What stands in a notice's sentence, written so that it can be read in any language
 * later. Control characters, which no typed text keeps, tell the sorts apart.
 */
public final class NoticeArgument {

	private static final String NUMBER = "\u0001";

	private static final String DIAGNOSIS = "\u0002";

	private static final String NEXT = "\u0003";

	private static final String CAUSE = "\u0004";

	private static final String MOMENT = "\u0005";

	private NoticeArgument() {
	}

	/** A name or anything else that is the same in all languages. */
	public static String text(String text) {
		return text.replaceAll("\\p{Cc}", " ").strip();
	}

	public static String number(long number) {
		return NUMBER + number;
	}

	/**
	 * What was missing, in short.
	 * @param provider the name of whom the creator tried to sign in with
	 */
	public static String diagnosis(Diagnosis diagnosis, String provider) {
		List<String> parts = new ArrayList<>(List.of(diagnosis.kind().name(), text(provider)));
		diagnosis.details().forEach((name, value) -> parts.addAll(List.of(text(name), text(value))));
		return DIAGNOSIS + String.join(NEXT, parts);
	}

	/**
	 * Why a connection is interrupted, in short.
	 * @param cause why it is invalid, or null when it has simply come to its end
	 * @param detail what belongs to the cause, or null
	 */
	public static String cause(@Nullable Cause cause, @Nullable String detail) {
		return CAUSE + ((cause != null) ? cause.name() : "") + NEXT + ((detail != null) ? text(detail) : "");
	}

	/** A moment, to be read in the reader's zone. */
	public static String moment(Instant moment) {
		return MOMENT + moment;
	}

	/** The moment that an argument is, or empty when it is something else. */
	static Optional<Instant> moment(String argument) {
		return argument.startsWith(MOMENT) ? Optional.of(Instant.parse(argument.substring(1))) : Optional.empty();
	}

	/** The cause that an argument is, or empty when it is something else. */
	static Optional<Why> why(String argument) {
		if (!argument.startsWith(CAUSE)) {
			return Optional.empty();
		}
		String[] parts = argument.substring(1).split(NEXT, -1);
		return Optional
			.of(new Why(parts[0].isEmpty() ? null : Cause.valueOf(parts[0]), parts[1].isEmpty() ? null : parts[1]));
	}

	/** What goes into the message format. */
	static Object read(String argument, Guidance guidance, Locale language) {
		if (argument.startsWith(NUMBER)) {
			return Long.valueOf(argument.substring(1));
		}
		if (!argument.startsWith(DIAGNOSIS)) {
			return argument;
		}
		List<String> parts = List.of(argument.substring(1).split(NEXT, -1));
		Map<String, String> details = new HashMap<>();
		for (int name = 2; name + 1 < parts.size(); name += 2) {
			details.put(parts.get(name), parts.get(name + 1));
		}
		Diagnosis diagnosis = new Diagnosis(DiagnosisKind.valueOf(parts.getFirst()), details);
		return guidance.shortly(diagnosis, parts.get(1), language);
	}

	/**
	 * A cause as it was written.
	 *
	 * @param cause why it is invalid, or null when it has simply come to its end
	 * @param detail what belongs to the cause, or null
	 */
	record Why(@Nullable Cause cause, @Nullable String detail) {

	}

}
