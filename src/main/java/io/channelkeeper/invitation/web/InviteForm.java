package io.channelkeeper.invitation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

import io.channelkeeper.creator.Creator;
import io.channelkeeper.invitation.Desk;
import io.channelkeeper.invitation.DeskChannel;
import io.channelkeeper.invitation.InvitedWay;
import io.channelkeeper.invitation.NewInvitation;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.web.PageLanguage;

/**
 * What a member chose on the page where a creator is invited.
 *
 * @param channels the ticked channels
 * @param ways for channels with two ways: channel and provider
 * @param recipient where the mail goes, or nothing
 * @param language German or English
 * @param message own words, or nothing
 * @param validUntil the last day, or nothing for the usual time
 */
public record InviteForm(@NotEmpty(message = "{invitation.invite.channels.missing}") @Nullable List<UUID> channels,
		@Nullable List<String> ways, @Nullable String recipient, @Nullable String language,
		@Size(max = 2000, message = "{invitation.invite.message.long}") @Nullable String message,
		@DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate validUntil) {

	private static final int LONGEST_DAYS = 90;

	/**
	 * The form as it first appears: everything that is not connected is ticked, or a
	 * single channel; with one that its creator has to renew, all those.
	 */
	static InviteForm of(Desk desk, @Nullable UUID only) {
		Creator creator = desk.creator();
		boolean renewal = desk.channels()
			.stream()
			.anyMatch((channel) -> channel.due() && channel.channel().id().equals(only));
		List<UUID> ticked = desk.channels()
			.stream()
			.filter((channel) -> renewal ? channel.due()
					: (only != null) ? channel.channel().id().equals(only) : channel.isWanted())
			.map((channel) -> channel.channel().id())
			.toList();
		return new InviteForm(ticked, List.of(), (creator.email() != null) ? creator.email().value() : "",
				creator.language().getLanguage(), "", desk.usualEnd());
	}

	/** Whether something was typed for the recipient that is no address. */
	boolean hasWrongRecipient() {
		return this.recipient != null && !this.recipient.isBlank() && address().isEmpty();
	}

	/** Whether nothing can be asked for: a single channel may be asked for on its own. */
	public boolean isPointless(Desk desk) {
		return !desk.isUseful() && (this.channels == null || this.channels.isEmpty());
	}

	/** Whether the creator is asked for nothing but renewals. */
	public boolean isRenewal(Desk desk) {
		List<DeskChannel> ticked = desk.channels().stream().filter((line) -> has(line.channel().id())).toList();
		return !ticked.isEmpty() && ticked.stream().allMatch(DeskChannel::due);
	}

	/** Whether this channel is ticked. */
	public boolean has(UUID channel) {
		return this.channels != null && this.channels.contains(channel);
	}

	Optional<EmailAddress> address() {
		return (this.recipient != null) ? EmailAddress.parse(this.recipient) : Optional.empty();
	}

	Locale locale() {
		return PageLanguage.parse(this.language).orElse(Locale.ENGLISH);
	}

	@Nullable String ownWords() {
		return (this.message != null && !this.message.isBlank()) ? this.message.strip() : null;
	}

	/** Whether the last day can be taken. */
	boolean endsInTime(LocalDate today) {
		return this.validUntil == null
				|| (this.validUntil.isAfter(today) && !this.validUntil.isAfter(today.plusDays(LONGEST_DAYS)));
	}

	/** The last moment of the last day in that zone. */
	@Nullable Instant end(ZoneId zone) {
		return (this.validUntil != null) ? this.validUntil.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1)
				: null;
	}

	/** The ticked channels of the desk with their chosen ways. */
	List<InvitedWay> chosen(Desk desk) {
		List<InvitedWay> chosen = new ArrayList<>();
		for (DeskChannel channel : desk.channels()) {
			if (has(channel.channel().id()) && !channel.ways().isEmpty()) {
				chosen.add(channel.way(this.ways));
			}
		}
		return chosen;
	}

	NewInvitation toInvitation(Desk desk) {
		return new NewInvitation(desk.creator().id(), chosen(desk), address().orElse(null), locale(), ownWords(),
				end(desk.zone()));
	}

}
