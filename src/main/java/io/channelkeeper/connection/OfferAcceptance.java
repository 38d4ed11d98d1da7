package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * Makes a channel of an offer. Up to seven days have passed, so everything is looked at
 * again. Runs in its caller's transaction.
 */
@Component
class OfferAcceptance {

	private final OfferedGrants offers;

	private final SignInLocks locks;

	private final SignInWishes wishes;

	private final SignInJudge judge;

	private final ChannelService channels;

	private final SocialLogins logins;

	private final Connecting connecting;

	private final SignInWays ways;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	OfferAcceptance(OfferedGrants offers, SignInLocks locks, SignInWishes wishes, SignInJudge judge,
			ChannelService channels, SocialLogins logins, Connecting connecting, SignInWays ways,
			ApplicationEventPublisher events, Clock clock) {
		this.offers = offers;
		this.locks = locks;
		this.wishes = wishes;
		this.judge = judge;
		this.channels = channels;
		this.logins = logins;
		this.connecting = connecting;
		this.ways = ways;
		this.events = events;
		this.clock = clock;
	}

	UUID accept(Viewer viewer, OfferedChannel offer) {
		OfferedGrants.Origin origin = this.offers.origin(offer.id())
			.orElseThrow(() -> new NotFoundException("offer", offer.id()));
		ProviderId provider = origin.provider();
		this.locks.hold(origin.expectedChannelId(), provider, origin.user());
		OfferedGrants.Kept kept = this.offers.settle(offer.id(), true, viewer.memberId())
			.filter((found) -> this.wishes.isKeptCreator(origin.creatorId()))
			.orElseThrow(() -> new NotFoundException("offer", offer.id()));
		Profile profile = kept.channel().profile();
		if (!this.judge.mayTakeUp(origin.creatorId(), provider, kept.grant(), profile)) {
			throw new OfferOvertakenException(origin.creatorId(), offer.handle());
		}
		Instant now = this.clock.instant();
		SignedInBy by = new SignedInBy(origin.memberId(), origin.creatorId());
		UUID channelId = this.channels.addReached(origin.creatorId(), profile);
		SocialLoginEntity login = login(provider, kept.grant(), by, now);
		this.connecting.connect(channelId, login, kept.channel(), this.ways.of(offer.network(), provider), by, now);
		this.events.publishEvent(new ChannelConnected(viewer.organizationId(), origin.attemptId(), channelId,
				OfferedChannels.ERRAND, offer.id(), origin.memberId(), profile.picture()));
		return channelId;
	}

	/** The person may have signed in again meanwhile; an older grant replaces nothing. */
	private SocialLoginEntity login(ProviderId provider, Grant grant, SignedInBy by, Instant now) {
		return this.logins.of(provider, grant.userId())
			.filter((login) -> login.isSound(now) && login.lastsAsLongAs(grant))
			.orElseGet(() -> this.logins.keep(provider, grant, by, now));
	}

}
