package io.channelkeeper.organization;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.SecretToken;

/**
 * New passwords for who forgot theirs.
 */
@Service
public class PasswordReset {

	private static final int FREE_PER_EMAIL = 3;

	private static final int FREE_PER_ADDRESS = 10;

	private final AccessLinks links;

	private final PersonService people;

	private final SignInThrottle throttle;

	private final Sessions sessions;

	private final PasswordMail mail;

	private final AsyncTaskExecutor executor;

	PasswordReset(AccessLinks links, PersonService people, SignInThrottle throttle, Sessions sessions,
			PasswordMail mail, AsyncTaskExecutor applicationTaskExecutor) {
		this.links = links;
		this.people = people;
		this.throttle = throttle;
		this.sessions = sessions;
		this.mail = mail;
		this.executor = applicationTaskExecutor;
	}

	/**
	 * Sends a link to somebody who can sign in. The answer comes at once and is the same
	 * for everybody: neither it nor its time tells who is known.
	 */
	public void ask(EmailAddress email, String address) {
		if (this.throttle.admits(SignInThrottle.ofAddress("password", address), FREE_PER_ADDRESS)
				&& this.throttle.admits(SignInThrottle.ofEmail("password", email.key()), FREE_PER_EMAIL)) {
			this.executor.execute(() -> this.mail.send(email));
		}
	}

	/**
	 * Stops here unless the link is good.
	 * @throws DeadLinkException if it leads nowhere (any more)
	 */
	@Transactional(readOnly = true)
	public void check(SecretToken token) {
		this.links.open(Kind.PASSWORD, token);
	}

	/** Sets the password, uses the link up and signs the person out everywhere. */
	@Transactional
	public void perform(SecretToken token, Password password) {
		AccessLink link = this.links.open(Kind.PASSWORD, token);
		this.links.use(link);
		this.links.endAll(Kind.PASSWORD, link.person());
		this.people.changePassword(link.person(), password);
		this.sessions.endAll(link.person());
	}

}
