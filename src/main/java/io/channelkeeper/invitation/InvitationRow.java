package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An invitation in the list.
 *
 * @param id the invitation
 * @param creatorId the creator
 * @param creatorName the creator's name
 * @param language in which the creator is written to
 * @param recipient where mails went, or null
 * @param senderName in whose name; once that member has left, of who speaks for it
 * @param createdAt when it was made
 * @param validUntil when its links end
 * @param openedAt when its page was first seen, or null
 * @param remindedAt when the reminder went out, or null
 * @param declinedWord what the creator wrote when declining, or null
 * @param stuck whether it waits for somebody to help
 * @param channels its channels in order
 * @param sendings what was sent or handed out, oldest first
 */
public record InvitationRow(UUID id, UUID creatorId, String creatorName, Locale language, @Nullable String recipient,
		String senderName, Instant createdAt, Instant validUntil, @Nullable Instant openedAt,
		@Nullable Instant remindedAt, @Nullable String declinedWord, boolean stuck, List<RowChannel> channels,
		List<Sending> sendings) {

	public InvitationRow {
		channels = List.copyOf(channels);
		sendings = List.copyOf(sendings);
	}

	/** The least advanced of its channels. */
	public InvitationState state() {
		return this.channels.stream()
			.map(RowChannel::state)
			.min(Comparator.comparing((state) -> (state == InvitationState.CONFIRMED) ? null : state,
					Comparator.nullsLast(Comparator.naturalOrder())))
			.orElse(InvitationState.SENT);
	}

	public long confirmed() {
		return this.channels.stream().filter((channel) -> channel.state() == InvitationState.CONFIRMED).count();
	}

	/** Some are connected, others still wait. */
	public boolean isPartly() {
		return confirmed() > 0 && state() != InvitationState.CONFIRMED;
	}

	public boolean isWaiting() {
		return state().isWaiting();
	}

	public boolean byMail() {
		return this.sendings.stream().anyMatch((sending) -> sending.via() == LinkVia.MAIL);
	}

	/** The last mail came back. */
	public boolean mailRefused() {
		return !this.sendings.isEmpty() && this.sendings.getLast().refused();
	}

}
