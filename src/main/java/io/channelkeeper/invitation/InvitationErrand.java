package io.channelkeeper.invitation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.channel.ChannelArchived;
import io.channelkeeper.connection.ChannelConnected;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.SignInEnd;
import io.channelkeeper.connection.SignInErrand;
import io.channelkeeper.connection.SignInStart;
import io.channelkeeper.connection.SignInFailed;
import io.channelkeeper.connection.SignInStarted;
import io.channelkeeper.creator.CreatorArchived;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Follows what creators do at the networks, within the transaction that stored it.
 */
@Component
class InvitationErrand implements SignInErrand {

	static final String NAME = "invitation";

	private final InvitationRepository invitations;

	private final ConnectLinks links;

	private final AskedChannels asked;

	private final RenewalReader renewals;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	InvitationErrand(InvitationRepository invitations, ConnectLinks links, AskedChannels asked, RenewalReader renewals,
			ApplicationEventPublisher events, Clock clock) {
		this.invitations = invitations;
		this.links = links;
		this.asked = asked;
		this.renewals = renewals;
		this.events = events;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	@Transactional
	public String onward(SignInEnd end) {
		UUID invitation = end.errandId();
		if (invitation == null) {
			throw new IllegalArgumentException("An invitation's attempt without an invitation");
		}
		SecretToken token = this.links.makeReturn(Tenancy.current(), invitation, end);
		return "/connect/" + token.value();
	}

	@EventListener
	@Transactional
	void on(SignInStarted started) {
		follow(started.errand(), started.errandId(),
				(invitation) -> invitation.start(started.channelId(), this.clock.instant()));
	}

	@EventListener
	@Transactional
	void on(SignInFailed failed) {
		follow(failed.errand(), failed.errandId(), (invitation) -> {
			InvitedChannel channel = invitation.channel(failed.channelId());
			if (!channel.isWaiting() || invitation.isExpiredAt(this.clock.instant())) {
				return;
			}
			boolean news = !failed.diagnosis().equals(channel.diagnosis());
			invitation.fail(failed.channelId(), failed.diagnosis(), this.clock.instant());
			if (news) {
				this.events
					.publishEvent(new InvitationStuck(failed.organizationId(), invitation.id(), invitation.creatorId(),
							failed.channelId(), invitation.channel(failed.channelId()).provider(), failed.diagnosis()));
			}
		});
	}

	/**
	 * Whoever connected it: nobody has to be asked for this channel any more, nor for a
	 * renewal of what the same sign-in brought back (H-7).
	 */
	@EventListener
	@Transactional
	void on(ChannelConnected connected) {
		Set<UUID> together = new TreeSet<>(this.renewals.sound(connected.channelId()));
		together.add(connected.channelId());
		for (UUID id : invitations(together)) {
			boolean own = NAME.equals(connected.errand()) && id.equals(connected.errandId());
			InvitationEntity invitation = this.invitations.hold(id).orElseThrow();
			int before = invitation.confirmed();
			if (own && invitation.wants(connected.channelId())) {
				invitation.confirm(connected.channelId(), this.clock.instant());
			}
			invitation.waiting()
				.stream()
				.filter((channel) -> channel.equals(connected.channelId())
						|| (invitation.isRenewal() && together.contains(channel)))
				.forEach((channel) -> invitation.confirm(channel, this.clock.instant()));
			if (invitation.confirmed() > before) {
				tell(invitation, own);
			}
		}
	}

	/** What works again by itself has to be renewed by nobody. */
	@EventListener
	@Transactional
	void on(ConnectionsRestored restored) {
		for (UUID id : invitations(restored.channelIds())) {
			InvitationEntity invitation = this.invitations.hold(id).orElseThrow();
			List<UUID> needless = invitation.waiting()
				.stream()
				.filter((channel) -> invitation.isRenewal() && restored.channelIds().contains(channel)
						&& !this.renewals.isAnyDue(Set.of(channel)))
				.toList();
			needless.forEach((channel) -> invitation.confirm(channel, this.clock.instant()));
			if (!needless.isEmpty()) {
				tell(invitation, false);
			}
		}
	}

	private Set<UUID> invitations(Collection<UUID> channels) {
		return channels.stream()
			.flatMap((channel) -> this.invitations.findByChannel(channel).stream())
			.map(InvitationEntity::id)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Holds the invitation, so that nobody ends it while something is connected. */
	@Override
	@Transactional
	public boolean stillWanted(SignInStart start) {
		UUID invitation = start.errandId();
		return invitation != null && this.invitations.hold(invitation)
			.filter((found) -> found.stillWants(start.channelId(), this.clock.instant()))
			.isPresent();
	}

	@EventListener
	@Transactional
	void on(CreatorArchived archived) {
		this.invitations.findByCreatorIdOrderByCreatedAtDesc(archived.creatorId())
			.stream()
			.filter((invitation) -> invitation.isOpenAt(this.clock.instant()))
			.forEach((invitation) -> {
				invitation.revoke(this.clock.instant());
				this.asked.tell(invitation);
			});
	}

	@EventListener
	@Transactional
	void on(ChannelArchived archived) {
		this.invitations.findByChannel(archived.channelId())
			.stream()
			.filter((invitation) -> invitation.channel(archived.channelId()).isWaiting())
			.forEach((invitation) -> {
				invitation.withdraw(archived.channelId(), this.clock.instant());
				this.asked.tell(invitation);
			});
	}

	private void tell(InvitationEntity invitation, boolean own) {
		this.asked.tell(invitation);
		if (own) {
			this.events.publishEvent(new InvitationConfirmed(invitation.organizationId(), invitation.id(),
					invitation.creatorId(), invitation.confirmed()));
		}
	}

	private void follow(String errand, @Nullable UUID errandId, Consumer<InvitationEntity> work) {
		if (NAME.equals(errand) && errandId != null) {
			this.invitations.hold(errandId).ifPresent(work);
		}
	}

}
