package io.channelkeeper.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;

/**
 * An invitation of one creator to connect one or several channels. It guards its own
 * life.
 */
@Entity(name = "Invitation")
@Table(name = "invitation")
@SuppressWarnings("unused") // the list reads some columns by SQL only
class InvitationEntity extends InvitationOrigin {

	private @Nullable String recipient;

	private String language;

	private @Nullable String message;

	private UUID sender;

	private Instant validUntil;

	private @Nullable Instant mailedAt;

	private @Nullable Instant remindedAt;

	private @Nullable Instant openedAt;

	private @Nullable Instant startedAt;

	private @Nullable Instant confirmedAt;

	private @Nullable Instant revokedAt;

	private @Nullable Instant declinedAt;

	private @Nullable String declinedWord;

	private boolean stuck;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "invitation_channel", joinColumns = @JoinColumn(name = "invitation_id"))
	@OrderColumn(name = "position")
	private List<InvitedChannel> channels = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected InvitationEntity() {
	}

	InvitationEntity(UUID organizationId, NewInvitation wish, @Nullable UUID invitedBy, UUID sender, Instant validUntil,
			Instant now) {
		super(organizationId, wish.creatorId(), invitedBy, now);
		this.recipient = (wish.recipient() != null) ? wish.recipient().value() : null;
		this.language = wish.language().getLanguage();
		this.message = wish.message();
		this.sender = sender;
		this.validUntil = validUntil;
		wish.ways().forEach((way) -> this.channels.add(new InvitedChannel(organizationId, way, now)));
	}

	UUID sender() {
		return this.sender;
	}

	@Nullable EmailAddress recipient() {
		return (this.recipient != null) ? new EmailAddress(this.recipient) : null;
	}

	Locale language() {
		return Locale.of(this.language);
	}

	@Nullable String message() {
		return this.message;
	}

	Instant validUntil() {
		return this.validUntil;
	}

	List<InvitedChannel> channels() {
		return List.copyOf(this.channels);
	}

	Set<UUID> channelIds() {
		return this.channels.stream().map(InvitedChannel::channelId).collect(Collectors.toSet());
	}

	/** The channels that the creator has not connected yet. */
	Set<UUID> waiting() {
		return this.channels.stream()
			.filter(InvitedChannel::isWaiting)
			.map(InvitedChannel::channelId)
			.collect(Collectors.toSet());
	}

	InvitedChannel channel(UUID channelId) {
		return find(channelId).orElseThrow(() -> new NotFoundException("invited channel", channelId));
	}

	/** Whether it asked for this channel and the creator has not connected it. */
	boolean wants(UUID channelId) {
		return find(channelId).filter((channel) -> !channel.isConfirmed()).isPresent();
	}

	private Optional<InvitedChannel> find(UUID channelId) {
		return this.channels.stream().filter((channel) -> channel.channelId().equals(channelId)).findFirst();
	}

	boolean isExpiredAt(Instant now) {
		return !this.validUntil.isAfter(now);
	}

	/** Whether its links still lead to a start button. */
	boolean isOpenAt(Instant now) {
		return !isExpiredAt(now) && this.channels.stream().anyMatch(InvitedChannel::isWaiting);
	}

	/** Whether it still asks for the same channels and nothing else. */
	boolean isSame(NewInvitation wish, Instant now) {
		return isOpenAt(now) && confirmed() == 0
				&& channelIds().equals(wish.ways().stream().map(InvitedWay::channelId).collect(Collectors.toSet()));
	}

	boolean isMailedAfter(Instant moment) {
		return this.mailedAt != null && this.mailedAt.isAfter(moment);
	}

	boolean isRevoked() {
		return this.revokedAt != null;
	}

	boolean isDeclined() {
		return this.declinedAt != null;
	}

	/** Something was connected and nothing is left to do. */
	boolean isUsed() {
		return confirmed() > 0 && this.channels.stream().allMatch(InvitedChannel::isAnswered);
	}

	int confirmed() {
		return (int) this.channels.stream().filter(InvitedChannel::isConfirmed).count();
	}

	/** Takes over a member's newer words for an invitation that is still open. */
	void reword(NewInvitation wish, UUID newSender, Instant newEnd) {
		this.recipient = (wish.recipient() != null) ? wish.recipient().value() : this.recipient;
		this.language = wish.language().getLanguage();
		this.message = wish.message();
		this.sender = newSender;
		this.validUntil = newEnd;
		this.channels.forEach((channel) -> wish.ways()
			.stream()
			.filter((way) -> way.channelId().equals(channel.channelId()))
			.forEach((way) -> goBy(way.channelId(), way.provider())));
	}

	/** It is sent again by itself; a member's own words and choices stay. */
	void extend(@Nullable EmailAddress newRecipient, Instant newEnd) {
		this.recipient = (newRecipient != null) ? newRecipient.value() : this.recipient;
		this.validUntil = newEnd.isAfter(this.validUntil) ? newEnd : this.validUntil;
	}

	/** The creator or a member prefers another way to one of the channels. */
	void goBy(UUID channelId, ProviderId provider) {
		channel(channelId).goBy(provider);
		this.stuck = this.channels.stream().anyMatch(InvitedChannel::isStuck);
	}

	/**
	 * Whether a sign-in for this channel may still connect; a second one changes nothing.
	 */
	boolean stillWants(@Nullable UUID channelId, Instant now) {
		return !isRevoked() && this.channels.stream()
			.filter((channel) -> channel.channelId().equals(channelId))
			.anyMatch((channel) -> channel.isConfirmed() || (channel.isWaiting() && !isExpiredAt(now)));
	}

	void mailed(Instant now) {
		this.mailedAt = now;
	}

	/** Notes the one reminder. */
	void remind(Instant now) {
		this.remindedAt = now;
	}

	void open(Instant now) {
		waiting((channel) -> channel.open(now));
		this.openedAt = (this.openedAt != null) ? this.openedAt : now;
	}

	void start(UUID channelId, Instant now) {
		open(now);
		channel(channelId).start(now);
		this.startedAt = (this.startedAt != null) ? this.startedAt : now;
		settle(now);
	}

	void fail(UUID channelId, Diagnosis diagnosis, Instant now) {
		channel(channelId).fail(diagnosis, now);
		settle(now);
	}

	void confirm(UUID channelId, Instant now) {
		channel(channelId).confirm(now);
		settle(now);
	}

	void disown(UUID channelId, Instant now) {
		channel(channelId).disown(now);
		if (this.channels.stream().noneMatch(InvitedChannel::isWaiting)) {
			this.declinedAt = now;
		}
		settle(now);
	}

	void decline(@Nullable String word, Instant now) {
		this.declinedAt = now;
		this.declinedWord = word;
		end(InvitationState.DECLINED, now);
	}

	void revoke(Instant now) {
		this.revokedAt = now;
		end(InvitationState.REVOKED, now);
	}

	/** One channel was put away; with the last one the invitation ends. */
	void withdraw(UUID channelId, Instant now) {
		channel(channelId).end(InvitationState.REVOKED, now);
		this.revokedAt = this.channels.stream().anyMatch(InvitedChannel::isWaiting) ? null : now;
		settle(now);
	}

	void expire(Instant now) {
		end(InvitationState.EXPIRED, now);
	}

	/** Begins anew for what is there and not connected; the rest is left out. */
	void renew(Set<UUID> there, Instant newEnd, Instant now) {
		this.channels.removeIf((channel) -> !channel.isConfirmed() && !there.contains(channel.channelId()));
		this.validUntil = newEnd;
		this.revokedAt = null;
		this.declinedAt = null;
		this.declinedWord = null;
		this.channels.forEach((channel) -> channel.wake(now));
		settle(now);
	}

	private void end(InvitationState how, Instant now) {
		waiting((channel) -> channel.end(how, now));
		settle(now);
	}

	private void waiting(Consumer<InvitedChannel> work) {
		this.channels.stream().filter(InvitedChannel::isWaiting).forEach(work);
	}

	private void settle(Instant now) {
		this.stuck = this.channels.stream().anyMatch(InvitedChannel::isStuck);
		boolean complete = this.channels.stream().allMatch(InvitedChannel::isConfirmed);
		this.confirmedAt = (complete && this.confirmedAt == null) ? now : this.confirmedAt;
	}

}
