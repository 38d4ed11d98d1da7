package io.channelkeeper.organization;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.PlainText;

/**
 * The people who sign in, whatever the organization.
 */
@Service
public class PersonService {

	private final PersonRepository people;

	private final PasswordEncoder encoder;

	private final Sessions sessions;

	private final Clock clock;

	PersonService(PersonRepository people, PasswordEncoder encoder, Sessions sessions, Clock clock) {
		this.people = people;
		this.encoder = encoder;
		this.sessions = sessions;
		this.clock = clock;
	}

	@Transactional
	UUID create(NewPerson facts) {
		return this.people.save(new PersonEntity(Ids.next(), facts, hash(facts.password()), this.clock.instant())).id();
	}

	@Transactional(readOnly = true)
	Optional<PersonEntity> find(EmailAddress email) {
		return this.people.findByEmailKey(email.key());
	}

	/** The viewer's own name, language and zone. */
	@Transactional
	public void describe(Viewer viewer, String name, Locale language, ZoneId zone) {
		entity(viewer.personId()).describe(PlainText.line(name), language, zone);
	}

	/** The viewer's own password; every session but the one given ends. */
	@Transactional
	public void changePassword(Viewer viewer, Password password, String session) {
		changePassword(viewer.personId(), password);
		this.sessions.endOthers(viewer.personId(), session);
	}

	@Transactional
	void changePassword(UUID personId, Password password) {
		entity(personId).changePassword(hash(password));
	}

	/**
	 * Names somebody who runs the installation, or no longer does; nobody does that to
	 * themselves, so one always remains.
	 */
	@Transactional
	public void nameOperator(Viewer viewer, UUID personId, boolean operator) {
		OrganizationService.requireOperator(viewer);
		if (!operator && personId.equals(viewer.personId())) {
			throw new ForbiddenException("OPERATE", viewer.memberId());
		}
		entity(personId).runInstallation(operator);
	}

	@Transactional
	void runInstallation(UUID personId) {
		entity(personId).runInstallation(true);
	}

	private PersonEntity entity(UUID personId) {
		return this.people.findById(personId).orElseThrow(() -> new NotFoundException("person", personId));
	}

	private String hash(Password password) {
		return Objects.requireNonNull(this.encoder.encode(password.value()));
	}

}
