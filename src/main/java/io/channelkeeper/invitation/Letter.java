package io.channelkeeper.invitation;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.network.Permission;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.Organization;

/**
 * Everything that an invitation tells a creator, in a mail, in a message or on the page.
 *
 * @param organization who asks
 * @param sender the person who asks
 * @param creator who is asked
 * @param channels for what
 * @param message the sender's own words, or null
 * @param validUntil until when
 * @param renewal why the creator has to sign in again, or null where something is to be
 * connected that the creator did not connect before
 */
public record Letter(Organization organization, Member sender, Creator creator, List<LetterChannel> channels,
		@Nullable String message, Instant validUntil, @Nullable Renewal renewal) {

	public Letter {
		channels = List.copyOf(channels);
	}

	/** The checklist's message keys, each once (I-2, I-3). */
	public List<String> preparation() {
		return this.channels.stream().flatMap((channel) -> channel.way().preparation().stream()).distinct().toList();
	}

	/** The permissions that will be asked for, each once (I-6). */
	public List<Permission> permissions() {
		return this.channels.stream().flatMap((channel) -> channel.way().permissions().stream()).distinct().toList();
	}

	/** The providers whose pages the creator will see. */
	public String providers() {
		return String.join(", ", this.channels.stream().map(LetterChannel::providerName).distinct().toList());
	}

	public String handles() {
		return String.join(", ", this.channels.stream().map(LetterChannel::handle).toList());
	}

	/** What people call one channel; nothing if the letter is not about it. */
	public String handle(UUID channelId) {
		return this.channels.stream()
			.filter((channel) -> channel.id().equals(channelId))
			.map(LetterChannel::handle)
			.findFirst()
			.orElse("");
	}

	/** The organization's postal address in one line, or nothing. */
	public String addressLine() {
		String address = this.organization.address();
		return (address != null) ? String.join(", ", address.strip().split("\\s*\\R\\s*", -1)) : "";
	}

	/** The day on which the links end, in the organization's time zone. */
	public String until(Locale language) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
			.withLocale(Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? Locale.UK : language)
			.withZone(this.organization.zone())
			.format(this.validUntil);
	}

	/** The same letter about a renewal. */
	Letter renewing(Renewal reason) {
		return new Letter(this.organization, this.sender, this.creator, this.channels, this.message, this.validUntil,
				reason);
	}

	/** The same letter about one of its channels. */
	public Letter about(LetterChannel channel) {
		return new Letter(this.organization, this.sender, this.creator, List.of(channel), this.message, this.validUntil,
				this.renewal);
	}

	/** What the subject of the invitation's mail names. */
	public List<Object> subject(Locale language) {
		return (this.renewal != null) ? this.renewal.subject(language) : asked();
	}

	/** Who asks for how many channels, and the network of the first. */
	List<Object> asked() {
		return List.of(this.organization.name(), this.channels.size(), this.channels.getFirst().networkName());
	}

}
