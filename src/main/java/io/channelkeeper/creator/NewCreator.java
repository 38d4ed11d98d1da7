package io.channelkeeper.creator;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.PlainText;

/**
 * What the team says of a creator when adding or editing one.
 *
 * @param name one line of plain text, at most 120 characters
 * @param email where mails go, or null when unknown
 * @param language German or English
 * @param lookedAfterBy the member who looks after the creator, or null
 * @param tags the team's own words, at most 20 of at most 40 characters; letter case does
 * not make two of one
 */
public record NewCreator(String name, @Nullable EmailAddress email, Locale language, @Nullable UUID lookedAfterBy,
		List<String> tags) {

	/** How long a name may be. */
	public static final int MAX_NAME = 120;

	/** How long a tag may be. */
	public static final int MAX_TAG = 40;

	/** How many tags a creator may have. */
	public static final int MAX_TAGS = 20;

	public NewCreator {
		name = PlainText.line(name);
		language = language.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
		tags = clean(tags);
		check(!name.isEmpty() && name.length() <= MAX_NAME, "name");
		check(tags.size() <= MAX_TAGS, "number of tags");
		check(tags.stream().allMatch((tag) -> tag.length() <= MAX_TAG), "tag");
	}

	private static List<String> clean(Collection<String> tags) {
		Set<String> cleaned = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		tags.stream().map(PlainText::line).filter((tag) -> !tag.isEmpty()).forEach(cleaned::add);
		return List.copyOf(cleaned);
	}

	private static void check(boolean holds, String what) {
		if (!holds) {
			throw new IllegalArgumentException("Not a creator's " + what);
		}
	}

}
