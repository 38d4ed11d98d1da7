package io.channelkeeper.connection;

import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

import io.channelkeeper.channel.ChannelTakenException;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Takes in people who come back from a network.
 */
@Service
public class SignInReturnService {

	private static final Logger log = LoggerFactory.getLogger(SignInReturnService.class);

	private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z-]{0,30}");

	private final BrowserCookie cookie;

	private final SignInAttempts attempts;

	private final SignInExchange exchange;

	private final SignInDecision decision;

	private final SignInEnding ending;

	private final SignInErrands errands;

	private final Clock clock;

	SignInReturnService(BrowserCookie cookie, SignInAttempts attempts, SignInExchange exchange, SignInDecision decision,
			SignInEnding ending, SignInErrands errands, Clock clock) {
		this.cookie = cookie;
		this.attempts = attempts;
		this.exchange = exchange;
		this.decision = decision;
		this.ending = ending;
		this.errands = errands;
		this.clock = clock;
	}

	/**
	 * Ends the attempt that an answer belongs to. The state is used up, whatever happens.
	 * Needs the current request, because an attempt is bound to a browser; asks networks,
	 * so it must not be called inside a transaction.
	 * @param provider whose address was called
	 * @param parameters what the address carried; all of it may be hostile
	 * @return where to go on: a path of ours, which may carry a secret
	 * @throws UnknownSignInException if no open attempt belongs to it
	 */
	public String finish(String provider, Map<String, String> parameters) {
		String state = parameters.get("state");
		if (state == null || !PROVIDER.matcher(provider).matches()) {
			throw new UnknownSignInException();
		}
		SignInAnswer answer = new SignInAnswer(new ProviderId(provider), new SecretToken(state), parameters,
				this.cookie.current().orElse(null));
		SignInAttempt attempt = this.attempts.use(answer.provider(), answer.state(), this.clock.instant())
			.orElseThrow(UnknownSignInException::new);
		return Tenancy.within(attempt.organizationId(), () -> {
			SignInErrand errand = this.errands.of(attempt);
			return errand.onward(conclude(attempt, answer));
		});
	}

	private SignInEnd conclude(SignInAttempt attempt, SignInAnswer answer) {
		boolean late = attempt.isExpired(this.clock.instant());
		if (!attempt.isBoundTo(answer.browser())) {
			this.ending.abandoned(attempt);
			if (late) {
				throw new UnknownSignInException();
			}
			return end(attempt, null, true);
		}
		Diagnosis diagnosis = settle(attempt, answer, late);
		log.info("Sign-in {} at {} ended: {}", attempt.id(), attempt.provider(),
				(diagnosis != null) ? diagnosis.kind() : "connected");
		return end(attempt, diagnosis, false);
	}

	/**
	 * Asks the network even when nothing will be connected: what was granted can only be
	 * given back by who holds it.
	 */
	private @Nullable Diagnosis settle(SignInAttempt attempt, SignInAnswer answer, boolean late) {
		Diagnosis stopped = Diagnosis.of(DiagnosisKind.STOPPED);
		SignInHarvest harvest;
		try {
			harvest = this.exchange.ask(attempt, answer);
		}
		catch (UnfitSignInException ex) {
			return fail(attempt, late ? stopped : ex.diagnosis(), ex.grant());
		}
		if (late) {
			return fail(attempt, stopped, harvest.grant());
		}
		try {
			return decide(attempt, harvest);
		}
		catch (RuntimeException ex) {
			log.error("Sign-in {} at {} could not be decided", attempt.id(), attempt.provider(), ex);
			return fail(attempt, stopped, harvest.grant());
		}
	}

	/** Whoever was in the way is gone at the second trial. */
	private @Nullable Diagnosis decide(SignInAttempt attempt, SignInHarvest harvest) {
		try {
			return this.decision.decide(attempt, harvest);
		}
		catch (ConcurrencyFailureException | DataIntegrityViolationException | ChannelTakenException ex) {
			log.info("Sign-in {} at {} met somebody else: {}", attempt.id(), attempt.provider(),
					ex.getClass().getSimpleName());
			return this.decision.decide(attempt, harvest);
		}
	}

	private Diagnosis fail(SignInAttempt attempt, Diagnosis diagnosis, @Nullable Grant granted) {
		try {
			this.ending.failed(attempt, diagnosis, granted);
		}
		catch (RuntimeException ex) {
			log.error("Nobody could be told how sign-in {} ended", attempt.id(), ex);
			this.ending.bury(attempt, diagnosis, granted);
		}
		return diagnosis;
	}

	private static SignInEnd end(SignInAttempt attempt, @Nullable Diagnosis diagnosis, boolean otherBrowser) {
		return new SignInEnd(attempt.id(), attempt.channelId(), attempt.errandId(), attempt.memberId(),
				attempt.returnPath(), diagnosis, attempt.manner().window(), otherBrowser);
	}

}
