package io.channelkeeper.organization;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SecretToken;

/**
 * Signs people in by e-mail address and password.
 */
@Service
public class PasswordSignIn {

	private static final int FREE_PER_EMAIL = 5;

	private static final int FREE_PER_ADDRESS = 30;

	private final PersonRepository people;

	private final PasswordEncoder encoder;

	private final SignInThrottle throttle;

	private final Viewers viewers;

	private final String nobodysHash;

	PasswordSignIn(PersonRepository people, PasswordEncoder encoder, SignInThrottle throttle, Viewers viewers) {
		this.people = people;
		this.encoder = encoder;
		this.throttle = throttle;
		this.viewers = viewers;
		this.nobodysHash = Objects.requireNonNull(encoder.encode(SecretToken.random().value()));
	}

	/**
	 * Tries to sign in; whom no organization lets in is refused.
	 * @param email as typed
	 * @param password as typed
	 * @param address where the attempt came from
	 */
	public SignInOutcome attempt(String email, String password, String address) {
		SignInOutcome outcome = prove(email, password, address);
		boolean nowhere = outcome instanceof SignInOutcome.Welcome welcome && welcome.organizationId() == null;
		return nowhere ? new SignInOutcome.Refused() : outcome;
	}

	/**
	 * Finds out whether it is that person. An unknown address takes as long as a wrong
	 * password.
	 * @param email as typed
	 * @param password as typed
	 * @param address where the attempt came from
	 */
	public SignInOutcome prove(String email, String password, String address) {
		String key = EmailAddress.parse(email).map(EmailAddress::key).orElse("");
		String fromThere = SignInThrottle.ofAddress("sign-in", address);
		String asThem = SignInThrottle.ofEmail("sign-in", key);
		if (!this.throttle.admits(fromThere, FREE_PER_ADDRESS)) {
			return new SignInOutcome.Paused(this.throttle.pause(fromThere));
		}
		if (!this.throttle.admits(asThem, FREE_PER_EMAIL)) {
			return new SignInOutcome.Paused(this.throttle.pause(asThem));
		}
		Optional<PersonEntity> person = this.people.findByEmailKey(key);
		String hash = person.map(PersonEntity::passwordHash).orElse(this.nobodysHash);
		if (!this.encoder.matches(password, hash) || person.isEmpty()) {
			return new SignInOutcome.Refused();
		}
		this.throttle.forget(asThem);
		this.throttle.forgive(fromThere);
		UUID id = person.get().id();
		return new SignInOutcome.Welcome(id,
				this.viewers.of(id).stream().findFirst().map(Viewer::organizationId).orElse(null));
	}

}
