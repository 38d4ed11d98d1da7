package io.channelkeeper.organization;

import java.time.Duration;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.organization.DeadLinkException.Reason;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.SecretToken;

/**
 * Sign-in links for admins, made by whoever can run commands on the server.
 */
@Service
public class AdminLink {

	private static final Duration LIFE = Duration.ofHours(1);

	private final AccessLinks links;

	private final PersonService people;

	private final Viewers viewers;

	private final BaseUrl baseUrl;

	AdminLink(AccessLinks links, PersonService people, Viewers viewers, BaseUrl baseUrl) {
		this.links = links;
		this.people = people;
		this.viewers = viewers;
		this.baseUrl = baseUrl;
	}

	/**
	 * A new link, good for one sign-in within an hour.
	 * @return the full address, to be printed and not logged
	 * @throws NotFoundException if that is nobody who is an admin somewhere
	 */
	@Transactional
	public String create(EmailAddress email) {
		UUID person = this.people.find(email)
			.map(PersonEntity::id)
			.filter(this::isAdmin)
			.orElseThrow(() -> new NotFoundException("admin", email));
		return this.baseUrl.of("/login/link/" + this.links.forPerson(Kind.SIGN_IN, person, LIFE).value()).toString();
	}

	/**
	 * Stops here unless the link is good.
	 * @throws DeadLinkException if it leads nowhere (any more)
	 */
	@Transactional(readOnly = true)
	public void check(SecretToken token) {
		this.links.open(Kind.SIGN_IN, token);
	}

	/** Uses the link up; answers who signs in, in an organization the person runs. */
	@Transactional
	public Viewer use(SecretToken token) {
		AccessLink link = this.links.open(Kind.SIGN_IN, token);
		this.links.use(link);
		return this.viewers.of(link.person())
			.stream()
			.filter((viewer) -> viewer.role() == Role.ADMIN)
			.findFirst()
			.orElseThrow(() -> new DeadLinkException(Reason.UNKNOWN));
	}

	private boolean isAdmin(UUID person) {
		return this.viewers.of(person).stream().anyMatch((viewer) -> viewer.role() == Role.ADMIN);
	}

}
