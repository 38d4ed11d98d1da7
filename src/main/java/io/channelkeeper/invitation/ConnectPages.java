package io.channelkeeper.invitation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.Ineligibility;
import io.channelkeeper.connection.ConnectionService;
import io.channelkeeper.connection.OfferedChannel;
import io.channelkeeper.connection.OfferedChannels;
import io.channelkeeper.connection.OtherChannels;
import io.channelkeeper.invitation.ConnectPage.Kind;
import io.channelkeeper.invitation.DeadLinkException.Reason;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SecretToken;

/**
 * Decides what a creator finds behind a link. Reading changes nothing. The link's
 * organization is bound.
 */
@Service
public class ConnectPages {

	/** How long the page after a sign-in can be looked at again. */
	private static final Duration RESULT = Duration.ofDays(1);

	private final InvitationRepository invitations;

	private final Letters letters;

	private final ConnectionService connections;

	private final OtherChannels others;

	private final OfferedChannels offered;

	private final BaseUrl baseUrl;

	private final Clock clock;

	ConnectPages(InvitationRepository invitations, Letters letters, ConnectionService connections, OtherChannels others,
			OfferedChannels offered, BaseUrl baseUrl, Clock clock) {
		this.invitations = invitations;
		this.letters = letters;
		this.connections = connections;
		this.others = others;
		this.offered = offered;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/**
	 * The page behind a link.
	 * @throws DeadLinkException if the link is not good any more
	 */
	@Transactional(readOnly = true)
	public ConnectPage page(ConnectLink link) {
		InvitationEntity invitation = this.invitations.findById(link.invitationId())
			.orElseThrow(() -> new DeadLinkException(Reason.INVALID));
		InvitedChannel tried = tried(invitation, link);
		if (tried != null && tried.isConfirmed()) {
			return done(invitation, link, tried);
		}
		requireOpen(invitation, link, this.clock.instant());
		InvitedChannel inTurn = (tried != null && tried.isWaiting()) ? tried : next(invitation).orElseThrow();
		Letter letter = this.letters.write(invitation);
		LetterChannel channel = channel(letter, inTurn.channelId());
		Diagnosis diagnosis = diagnosis(inTurn, channel, tried != null);
		Kind kind = (tried != null && link.otherBrowser()) ? Kind.OTHER_BROWSER
				: (diagnosis != null) ? Kind.STUCK : Kind.OFFER;
		return new ConnectPage(kind, letter, channel, invitation.confirmed(), null, diagnosis, null, List.of(),
				other(link, diagnosis));
	}

	/** A link as it can be copied into another browser. */
	public URI address(SecretToken token) {
		return this.baseUrl.of("/connect/" + token.value());
	}

	/** The letter behind a link that has ended, so that its reader knows whom to ask. */
	@Transactional(readOnly = true)
	public Optional<Letter> letter(ConnectLink link) {
		return this.invitations.findById(link.invitationId()).map(this.letters::write);
	}

	static void requireOpen(InvitationEntity invitation, ConnectLink link, Instant now) {
		if (!link.ended() && invitation.isOpenAt(now)) {
			return;
		}
		if (invitation.isUsed() && !link.ended()) {
			throw new DeadLinkException(Reason.USED);
		}
		boolean withdrawn = link.ended() || invitation.isRevoked() || invitation.isDeclined();
		throw new DeadLinkException(withdrawn ? Reason.INVALID : Reason.EXPIRED);
	}

	private ConnectPage done(InvitationEntity invitation, ConnectLink link, InvitedChannel tried) {
		Letter letter = this.letters.write(invitation);
		UUID attempt = link.attemptId();
		LetterChannel next = invitation.isOpenAt(this.clock.instant())
				? next(invitation).map((channel) -> channel(letter, channel.channelId())).orElse(null) : null;
		return new ConnectPage(Kind.DONE, letter, channel(letter, tried.channelId()), invitation.confirmed(), next,
				null, this.connections.standing(tried.channelId()),
				(attempt != null && !link.ended() && !invitation.isRevoked()) ? this.others.offeredAfter(attempt)
						: List.of(),
				null);
	}

	private @Nullable InvitedChannel tried(InvitationEntity invitation, ConnectLink link) {
		UUID channel = link.channelId();
		boolean recent = link.createdAt().plus(RESULT).isAfter(this.clock.instant());
		return (channel != null && recent && invitation.channelIds().contains(channel)) ? invitation.channel(channel)
				: null;
	}

	private static Optional<InvitedChannel> next(InvitationEntity invitation) {
		return invitation.channels().stream().filter(InvitedChannel::isWaiting).findFirst();
	}

	private static LetterChannel channel(Letter letter, UUID id) {
		return letter.channels().stream().filter((channel) -> channel.id().equals(id)).findFirst().orElseThrow();
	}

	/**
	 * What is told: right after an attempt whatever it was, later only what has to be
	 * changed before the next one. That a network shows nothing to strangers is no news
	 * to whoever signs in, which says more.
	 */
	private static @Nullable Diagnosis diagnosis(InvitedChannel inTurn, LetterChannel channel, boolean justTried) {
		Diagnosis last = inTurn.diagnosis();
		if (last != null && (justTried || !isOver(last))) {
			return last;
		}
		Ineligibility why = channel.channel().ineligibility();
		boolean known = why != null && why.reason() != Ineligibility.Reason.NOT_SHOWN;
		return known ? Diagnosis.of(DiagnosisKind.PERSONAL_ACCOUNT).at(channel.channel().network()) : null;
	}

	/** Stopped, or the network was down: a later visit simply begins anew. */
	private static boolean isOver(Diagnosis diagnosis) {
		return diagnosis.kind() == DiagnosisKind.STOPPED || diagnosis.kind() == DiagnosisKind.NETWORK_DOWN;
	}

	private @Nullable OfferedChannel other(ConnectLink link, @Nullable Diagnosis diagnosis) {
		UUID attempt = link.attemptId();
		boolean wrong = diagnosis != null && diagnosis.kind() == DiagnosisKind.OTHER_ACCOUNT;
		return (attempt != null && wrong) ? this.offered.ofAttempt(attempt).orElse(null) : null;
	}

}
