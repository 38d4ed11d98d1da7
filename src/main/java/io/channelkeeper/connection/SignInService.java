package io.channelkeeper.connection;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Sends people to a network in order to connect a channel.
 */
@Service
public class SignInService {

	/** How long a person may take at the network. */
	static final Duration LIFE = Duration.ofMinutes(30);

	/** How often one may leave within an hour for the same invitation. */
	static final int STARTS_OF_ERRAND = 20;

	/** How often a member may, who has many channels to connect. */
	static final int STARTS_OF_MEMBER = 60;

	private static final Duration THROTTLE = Duration.ofHours(1);

	private final SignInWays ways;

	private final AuthorizationRequests requests;

	private final SignInAttempts attempts;

	private final StandingRepository standings;

	private final BrowserCookie cookie;

	private final Sealer sealer;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SignInService(SignInWays ways, AuthorizationRequests requests, SignInAttempts attempts,
			StandingRepository standings, BrowserCookie cookie, Sealer sealer, ApplicationEventPublisher events,
			Clock clock) {
		this.ways = ways;
		this.requests = requests;
		this.attempts = attempts;
		this.standings = standings;
		this.cookie = cookie;
		this.sealer = sealer;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Makes everything ready for leaving. Needs the current request, because the way back
	 * is bound to its browser.
	 * @throws NotFoundException if there is no such channel or no such way to connect it
	 * @throws TooManySignInsException if the same errand or member left too often lately
	 */
	@Transactional
	public Departure start(SignInStart start) {
		SignInWay way = this.ways.of(start.channelId(), start.provider());
		throttle(start);
		SignInProvider provider = this.ways.provider(way);
		Set<String> scopes = (start.memberId() != null) ? this.ways.scopesOfAll(start.channelId(), way)
				: SignInWays.scopes(way);
		boolean askAgain = this.attempts.isPermissionDeclined(start.channelId(), start.provider());
		boolean otherAccount = start.manner().replacing()
				|| this.attempts.lastCameAsAnother(start.channelId(), start.provider());
		OAuth2AuthorizationRequest request = this.requests.make(BrowserCookie.request(), provider,
				new AuthorizationWish(scopes, askAgain, otherAccount));
		SecretToken browser = this.cookie.current().orElseGet(SecretToken::random);
		SignInAttempt attempt = attempt(start, scopes, request, browser);
		this.attempts.add(attempt, new SecretToken(Objects.requireNonNull(request.getState())));
		this.events.publishEvent(new SignInStarted(attempt.organizationId(), attempt.id(), attempt.channelId(),
				attempt.errand(), attempt.errandId()));
		return new Departure(URI.create(request.getAuthorizationRequestUri()), provider.name(),
				this.cookie.carrying(browser));
	}

	/**
	 * Counted by errand, because every return makes a new link to the same invitation.
	 */
	private void throttle(SignInStart start) {
		Instant since = this.clock.instant().minus(THROTTLE);
		UUID errand = start.errandId();
		UUID member = start.memberId();
		boolean errandIsTired = errand != null
				&& this.attempts.startsOfErrand(start.errand(), errand, since) >= STARTS_OF_ERRAND;
		if (errandIsTired || (member != null && this.attempts.startsOfMember(member, since) >= STARTS_OF_MEMBER)) {
			throw new TooManySignInsException();
		}
	}

	private SignInAttempt attempt(SignInStart start, Set<String> scopes, OAuth2AuthorizationRequest request,
			SecretToken browser) {
		UUID id = Ids.next();
		UUID organization = Tenancy.current();
		Instant now = this.clock.instant();
		return new SignInAttempt(id, organization, browser.hash(), start.provider(), start.channelId(), start.errand(),
				start.errandId(), start.memberId(), start.returnPath(), start.manner(), stateBefore(start, now),
				Objects.requireNonNull(request.getRedirectUri()), List.copyOf(scopes),
				sealed(request, organization, id), now, now.plus(LIFE));
	}

	/** Members know what they come for; creators were asked. */
	private @Nullable ConnectionState stateBefore(SignInStart start, Instant now) {
		return (start.memberId() == null) ? null
				: this.standings.find(Set.of(start.channelId()), now)
					.stream()
					.findFirst()
					.map(ChannelStanding::state)
					.orElse(null);
	}

	private byte @Nullable [] sealed(OAuth2AuthorizationRequest request, UUID organization, UUID id) {
		String verifier = AuthorizationRequests.verifier(request);
		return (verifier != null) ? this.sealer.seal(verifier, SignInAttempt.verifierPlace(organization, id)) : null;
	}

}
