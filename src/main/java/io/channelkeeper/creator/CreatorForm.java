package io.channelkeeper.creator;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import io.channelkeeper.organization.Member;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.PlainText;

/**
 * What somebody typed of a creator. What is missing is empty.
 *
 * @param name the name
 * @param email an address, or empty
 * @param language {@code de} or {@code en}
 * @param lookedAfterBy a member's id, or empty for nobody
 * @param tags words with commas between them
 */
public record CreatorForm(String name, String email, String language, String lookedAfterBy, String tags) {

	public CreatorForm {
		name = PlainText.line(Objects.requireNonNullElse(name, ""));
		email = PlainText.line(Objects.requireNonNullElse(email, ""));
		language = Objects.requireNonNullElse(language, "");
		lookedAfterBy = Objects.requireNonNullElse(lookedAfterBy, "");
		tags = PlainText.line(Objects.requireNonNullElse(tags, ""));
	}

	/**
	 * An empty form with the most likely language, looked after by whoever fills it in.
	 */
	public static CreatorForm empty(Locale language, UUID member) {
		return new CreatorForm("", "", language.getLanguage(), member.toString(), "");
	}

	/** The form as it stands for a creator. */
	public static CreatorForm of(Creator creator) {
		return new CreatorForm(creator.name(), (creator.email() != null) ? creator.email().value() : "",
				creator.language().getLanguage(),
				(creator.lookedAfterBy() != null) ? creator.lookedAfterBy().toString() : "",
				String.join(", ", creator.tags()));
	}

	/**
	 * Says what is wrong.
	 * @param members who may look after the creator
	 */
	public void check(Collection<Member> members, Errors errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "creator.name.missing");
		}
		if (this.name.length() > NewCreator.MAX_NAME) {
			errors.rejectValue("name", "creator.name.long");
		}
		checkRest(members, errors);
	}

	/** Says what is wrong with everything but the name. */
	public void checkRest(Collection<Member> members, Errors errors) {
		if (!this.email.isEmpty() && EmailAddress.parse(this.email).isEmpty()) {
			errors.rejectValue("email", "creator.email.wrong");
		}
		if (!List.of("de", "en").contains(this.language)) {
			errors.rejectValue("language", "creator.language.missing");
		}
		if (!this.lookedAfterBy.isEmpty()
				&& members.stream().noneMatch((member) -> member.id().toString().equals(this.lookedAfterBy))) {
			errors.rejectValue("lookedAfterBy", "creator.looked-after-by.unknown");
		}
		if (words().size() > NewCreator.MAX_TAGS
				|| words().stream().anyMatch((word) -> word.length() > NewCreator.MAX_TAG)) {
			errors.rejectValue("tags", "creator.tags.long");
		}
	}

	/** What the form says, once it was checked. */
	public NewCreator toCreator() {
		return new NewCreator(this.name, EmailAddress.parse(this.email).orElse(null), locale(), member(), words());
	}

	/** The chosen language. */
	public Locale locale() {
		return Locale.of(this.language);
	}

	/** The chosen member, or null for nobody. */
	public @Nullable UUID member() {
		return this.lookedAfterBy.isEmpty() ? null : UUID.fromString(this.lookedAfterBy);
	}

	/** The tags, one by one. */
	public List<String> words() {
		return Arrays.stream(this.tags.split("[,;]")).map(String::strip).filter((word) -> !word.isEmpty()).toList();
	}

}
