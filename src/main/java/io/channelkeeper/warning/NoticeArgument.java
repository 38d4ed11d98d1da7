package io.channelkeeper.warning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

}
