package io.channelkeeper.connection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInFailedException;
import io.channelkeeper.organization.MemberService;
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

	private final MemberService members;

	private final List<SignInErrand> errands;

	private final Clock clock;

	SignInReturnService(BrowserCookie cookie, SignInAttempts attempts, SignInExchange exchange, SignInDecision decision,
			MemberService members, List<SignInErrand> errands, Clock clock) {
		this.cookie = cookie;
		this.attempts = attempts;
		this.exchange = exchange;
		this.decision = decision;
		this.members = members;
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
			SignInErrand errand = errand(attempt);
			return errand.onward(conclude(attempt, answer));
		});
	}

	private SignInEnd conclude(SignInAttempt attempt, SignInAnswer answer) {
		boolean late = attempt.isExpired(this.clock.instant());
		if (!attempt.isBoundTo(answer.browser())) {
			this.decision.abandon(attempt);
			if (late) {
				throw new UnknownSignInException();
			}
			return end(attempt, null, true);
		}
		Diagnosis diagnosis = (late || !mayStillConnect(attempt)) ? fail(attempt, Diagnosis.of(DiagnosisKind.STOPPED))
				: connect(attempt, answer);
		log.info("Sign-in {} at {} ended: {}", attempt.id(), attempt.provider(),
				(diagnosis != null) ? diagnosis.kind() : "connected");
		return end(attempt, diagnosis, false);
	}

	private @Nullable Diagnosis connect(SignInAttempt attempt, SignInAnswer answer) {
		SignInHarvest harvest;
		try {
			harvest = this.exchange.ask(attempt, answer);
		}
		catch (SignInFailedException ex) {
			return fail(attempt, ex.diagnosis());
		}
		return this.decision.decide(attempt, harvest);
	}

	/** A member may have been deactivated while at the network. */
	private boolean mayStillConnect(SignInAttempt attempt) {
		UUID member = attempt.memberId();
		return member == null || this.members.get(member).active();
	}

	private Diagnosis fail(SignInAttempt attempt, Diagnosis diagnosis) {
		this.decision.fail(attempt, diagnosis);
		return diagnosis;
	}

	private SignInErrand errand(SignInAttempt attempt) {
		return this.errands.stream()
			.filter((errand) -> errand.name().equals(attempt.errand()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Nobody runs the errand " + attempt.errand()));
	}

	private static SignInEnd end(SignInAttempt attempt, @Nullable Diagnosis diagnosis, boolean otherBrowser) {
		return new SignInEnd(attempt.id(), attempt.channelId(), attempt.errandId(), attempt.returnPath(), diagnosis,
				otherBrowser);
	}

}
