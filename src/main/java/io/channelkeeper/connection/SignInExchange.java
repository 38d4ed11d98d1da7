package io.channelkeeper.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.Conversation;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.support.NotFoundException;

/**
 * Asks the network everything that a sign-in needs to know. All of it happens outside any
 * transaction, and nothing of it is stored here.
 */
@Component
class SignInExchange {

	private static final Logger log = LoggerFactory.getLogger(SignInExchange.class);

	/** With the last answer well within {@link AccessReturnRows#COMING_IN}. */
	private static final Duration LONGEST = Duration.ofSeconds(90);

	private final SignInWays ways;

	private final SignInProviders providers;

	private final AuthorizationRequests requests;

	private final Absences absences;

	SignInExchange(SignInWays ways, SignInProviders providers, AuthorizationRequests requests, Absences absences) {
		this.absences = absences;
		this.ways = ways;
		this.providers = providers;
		this.requests = requests;
	}

	/**
	 * Turns the answer into what it grants.
	 * @throws UnfitSignInException with the diagnosis and whatever was granted
	 */
	SignInHarvest ask(SignInAttempt attempt, SignInAnswer answer) {
		return Conversation.within(LONGEST, () -> {
			Grant grant = guarded(attempt, null, () -> grant(attempt, answer));
			return guarded(attempt, grant, () -> harvest(attempt, grant));
		});
	}

	private static <T> T guarded(SignInAttempt attempt, @Nullable Grant granted, Supplier<T> question) {
		try {
			return question.get();
		}
		catch (SignInFailedException ex) {
			throw new UnfitSignInException(ex.diagnosis(), granted, ex);
		}
		catch (NetworkFaultException ex) {
			throw new UnfitSignInException(ex.whileSigningIn().diagnosis(), granted, ex);
		}
		catch (NotFoundException ex) {
			throw new UnfitSignInException(Diagnosis.of(DiagnosisKind.STOPPED), granted, ex);
		}
		catch (RuntimeException ex) {
			log.warn("Sign-in {} at {} met an unexpected {}", attempt.id(), attempt.provider(),
					ex.getClass().getSimpleName());
			throw new UnfitSignInException(Diagnosis.of(DiagnosisKind.NETWORK_DOWN), granted, ex);
		}
	}

	private Grant grant(SignInAttempt attempt, SignInAnswer answer) {
		SignInProvider provider = this.providers.get(attempt.provider());
		String code = answer.parameters().get("code");
		if (code == null || code.isBlank()) {
			throw new SignInFailedException(provider.denied(answer.parameters()));
		}
		return provider.complete(token(attempt, answer, code), this.providers.registration(attempt.provider()));
	}

	private SignInHarvest harvest(SignInAttempt attempt, Grant grant) {
		SignInWay way = this.ways.back(attempt.channelId(), attempt.provider());
		List<String> declined = SignInWays.keys(way, grant.scopes(), false);
		if (!declined.isEmpty()) {
			throw new SignInFailedException(
					Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions", String.join(",", declined)));
		}
		Reach reach = this.ways.provider(way).reach(grant, way.network(), this.providers.registration(way.provider()));
		List<ReachedChannel> others = others(way, grant);
		return new SignInHarvest(way, grant, reach.channels(), others, this.absences.of(way.provider(), grant,
				Stream.concat(reach.channels().stream(), others.stream()).toList()), reach.whenNone());
	}

	private OAuth2AccessTokenResponse token(SignInAttempt attempt, SignInAnswer answer, String code) {
		ClientRegistration registration = this.providers.registration(attempt.provider());
		var exchange = this.requests.exchange(attempt, registration, answer.state(), code);
		var client = new OAuth2AuthorizationCodeAuthenticationProvider(
				this.providers.get(attempt.provider())::exchange);
		var authentication = (OAuth2AuthorizationCodeAuthenticationToken) client
			.authenticate(new OAuth2AuthorizationCodeAuthenticationToken(registration, exchange));
		OAuth2AccessToken access = Objects.requireNonNull(authentication.getAccessToken());
		OAuth2RefreshToken refresh = authentication.getRefreshToken();
		return OAuth2AccessTokenResponse.withToken(access.getTokenValue())
			.tokenType(access.getTokenType())
			.expiresIn(life(access))
			.scopes(access.getScopes())
			.refreshToken((refresh != null) ? refresh.getTokenValue() : null)
			.additionalParameters(authentication.getAdditionalParameters())
			.build();
	}

	private static long life(OAuth2AccessToken access) {
		Instant from = access.getIssuedAt();
		Instant to = access.getExpiresAt();
		return (from != null && to != null) ? Duration.between(from, to).toSeconds() : 0;
	}

	/** What further networks it reaches is worth a question, but never a failure. */
	private List<ReachedChannel> others(SignInWay way, Grant grant) {
		SignInProvider provider = this.ways.provider(way);
		ClientRegistration registration = this.providers.registration(way.provider());
		List<ReachedChannel> others = new ArrayList<>();
		for (SignInWay open : this.ways.openedBy(way.provider(), grant.scopes())) {
			if (!open.network().equals(way.network())) {
				try {
					others.addAll(provider.reach(grant, open.network(), registration).channels());
				}
				catch (SignInFailedException | NetworkFaultException ex) {
					log.info("What {} reaches at {} is not known: {}", way.provider(), open.network(), ex.getMessage());
				}
			}
		}
		return others;
	}

}
