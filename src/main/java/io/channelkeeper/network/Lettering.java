package io.channelkeeper.network;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The letters that a network's handles are made of.
 */
public final class Lettering {

	private static final Set<UnicodeScript> JAPANESE = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA);

	private final Pattern pattern;

	private Lettering(Pattern pattern) {
		this.pattern = pattern;
	}

	/** Handles of this shape and of one script, so that no letter poses as another. */
	public static Lettering of(String pattern) {
		return new Lettering(Pattern.compile(pattern));
	}

	/** The handle in its usual form if it can be one here, or empty. */
	public Optional<String> read(String typed) {
		String handle = Normalizer.normalize(typed, Normalizer.Form.NFC);
		return Optional.of(handle).filter((it) -> this.pattern.matcher(it).matches() && isOfOneScript(it));
	}

	/** The same for a bare handle with or without {@code @}. */
	public Optional<String> readBare(String typed) {
		String trimmed = WebAddress.trim(typed);
		return read(trimmed.startsWith("@") ? trimmed.substring(1) : trimmed);
	}

	private static boolean isOfOneScript(String handle) {
		Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
		handle.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
		scripts.removeAll(Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
		return scripts.size() <= 1 || JAPANESE.containsAll(scripts);
	}

}
