package io.channelkeeper.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.channelkeeper.channel.Channel;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.support.Tenancy;

/**
 * Lets one sign-in bring back everything that hangs on it, whosever channels these are
 * (H-7, H-8); what it does not reach any more keeps a cause of its own. Runs in its
 * caller's transaction, while the persons are locked.
 */
@Component
class Cascade {

	private final ConnectionRepository connections;

	private final SocialLogins logins;

	private final StandingRepository standings;

	private final Connecting connecting;

	private final ChannelService channels;

	private final SignInWays ways;

	private final SignInWishes wishes;

	private final ChannelProbe probe;

	private final VerificationRows verifications;

	private final SignInAttempts attempts;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Cascade(ConnectionRepository connections, SocialLogins logins, StandingRepository standings, Connecting connecting,
			ChannelService channels, SignInWays ways, SignInWishes wishes, ChannelProbe probe,
			VerificationRows verifications, SignInAttempts attempts, ApplicationEventPublisher events, Clock clock) {
		this.connections = connections;
		this.logins = logins;
		this.standings = standings;
		this.connecting = connecting;
		this.channels = channels;
		this.ways = ways;
		this.wishes = wishes;
		this.probe = probe;
		this.verifications = verifications;
		this.attempts = attempts;
		this.events = events;
		this.clock = clock;
	}

	/** Which channels may come back. Asked before anything is stored. */
	Before before(SignInAttempt attempt, Grant grant) {
		Instant now = this.clock.instant();
		UUID former = this.connections.findLogin(Tenancy.current(), attempt.channelId()).orElse(null);
		SocialLoginEntity known = this.logins.of(attempt.provider(), grant.userId()).orElse(null);
		UUID own = (known != null) ? known.id() : null;
		Set<UUID> interrupted = Stream.of(Optional.ofNullable(former), Optional.ofNullable(own))
			.flatMap(Optional::stream)
			.distinct()
			.flatMap((login) -> this.standings.findByLogin(login, now).stream())
			.filter((standing) -> standing.state().isInterrupted())
			.map(ChannelStanding::channelId)
			.filter((channel) -> !channel.equals(attempt.channelId()))
			.collect(Collectors.toSet());
		return new Before(former, interrupted, known != null && known.isRefusedSince(attempt.startedAt()));
	}

	/** Brings back what the sign-in reaches, and judges the rest. */
	void spread(SignIn signIn, Before before) {
		Set<UUID> reached = new HashSet<>(renewed(signIn));
		reached.addAll(moved(signIn, before));
		this.connections.flush();
		judge(signIn, reached, before.refused());
		Set<UUID> back = before.interrupted().stream().filter(reached::contains).collect(Collectors.toSet());
		Set<UUID> out = before.interrupted()
			.stream()
			.filter((channel) -> !reached.contains(channel))
			.collect(Collectors.toSet());
		this.attempts.spread(signIn.attempt().id(), back, out);
		if (!back.isEmpty()) {
			this.events.publishEvent(new ConnectionsRestored(Tenancy.current(), back));
		}
	}

	/**
	 * What hangs on the same person's login and is reached again; who connected another
	 * creator's channel stays.
	 */
	private Set<UUID> renewed(SignIn signIn) {
		Set<UUID> renewed = new HashSet<>();
		for (ConnectionEntity connection : siblings(signIn, signIn.login().id())) {
			Channel channel = this.channels.get(connection.channelId());
			ReachedChannel reached = signIn.reached(channel).orElse(null);
			if (reached != null) {
				renew(signIn, connection, channel, reached);
				renewed.add(channel.id());
			}
		}
		return renewed;
	}

	/**
	 * What hung on the login before and is reached by the new one: what was interrupted,
	 * and when the person was changed on purpose also the rest that whoever signed in may
	 * connect (H-3). A creator's sign-in takes no other creator's channels along.
	 */
	private Set<UUID> moved(SignIn signIn, Before before) {
		UUID former = before.former();
		Set<UUID> moved = new HashSet<>();
		if (former == null || former.equals(signIn.login().id())) {
			return moved;
		}
		for (ConnectionEntity connection : siblings(signIn, former)) {
			Channel channel = this.channels.get(connection.channelId());
			boolean wanted = before.interrupted().contains(channel.id()) || isReplaced(signIn.attempt(), channel);
			boolean own = !signIn.by().creator() || channel.creatorId().equals(signIn.by().creatorId());
			ReachedChannel reached = signIn.reached(channel).orElse(null);
			if (reached != null && wanted && own) {
				hang(signIn, channel, reached, new SignedInBy(signIn.by().memberId(), channel.creatorId()));
				moved.add(channel.id());
			}
		}
		return moved;
	}

	private boolean isReplaced(SignInAttempt attempt, Channel channel) {
		return attempt.manner().replacing() && this.wishes.mayConnect(attempt, channel.id());
	}

	private List<ConnectionEntity> siblings(SignIn signIn, UUID login) {
		return this.connections.findByLogin(login)
			.stream()
			.filter((connection) -> !connection.channelId().equals(signIn.attempt().channelId()))
			.toList();
	}

	private void renew(SignIn signIn, ConnectionEntity connection, Channel channel, ReachedChannel reached) {
		if (channel.creatorId().equals(signIn.by().creatorId())) {
			hang(signIn, channel, reached, signIn.by());
		}
		else {
			this.connecting.renew(connection, channel, reached, signIn.login());
		}
	}

	private void hang(SignIn signIn, Channel channel, ReachedChannel reached, SignedInBy by) {
		this.connecting.connect(channel.id(), signIn.login(), reached,
				this.ways.of(channel.network(), signIn.login().provider()), by, signIn.now());
	}

	/** The login works now, so whatever it does not reach has a cause of its own. */
	private void judge(SignIn signIn, Set<UUID> reached, boolean refused) {
		SocialLoginEntity login = signIn.login();
		LoginRow.Asked asked = new LoginRow.Asked(Tenancy.current(), login.id(), login.provider(),
				login.tokenVersion());
		Map<UUID, NetworkFault> absent = signIn.harvest().absent();
		boolean unknown = refused;
		for (VerificationRows.Hanging channel : this.probe.channels(asked)) {
			if (reached.contains(channel.id()) || channel.id().equals(signIn.attempt().channelId())) {
				continue;
			}
			NetworkFault fault = this.probe.missing(login.provider(), channel, login.scopes())
				.orElseGet(() -> (absent != null) ? absent.get(channel.id()) : null);
			if (fault != null && !fault.isTemporary()) {
				this.probe.lost(asked, channel, fault);
			}
			unknown |= fault != null ? fault.isTemporary() : absent == null;
		}
		if (unknown) {
			this.verifications.verifySoon(asked, signIn.now());
		}
	}

	/**
	 * How it was.
	 *
	 * @param former the login that carried the expected channel, or null
	 * @param interrupted the other channels that the sign-in may bring back
	 * @param refused whether the access was found to be gone while the person signed in:
	 * it may have been taken back in that very moment, so the new one is looked at soon
	 */
	record Before(@Nullable UUID former, Set<UUID> interrupted, boolean refused) {
	}

	/**
	 * A sign-in that connects the expected channel.
	 *
	 * @param attempt the attempt
	 * @param login the login as it is now
	 * @param harvest what the sign-in brought
	 * @param by who signed in
	 * @param now when
	 */
	record SignIn(SignInAttempt attempt, SocialLoginEntity login, SignInHarvest harvest, SignedInBy by, Instant now) {

		Optional<ReachedChannel> reached(Channel channel) {
			return this.harvest.sound()
				.stream()
				.filter((one) -> channel.network().equals(one.profile().network())
						&& one.profile().externalId().equals(channel.externalId()))
				.findFirst();
		}

	}

}
