package io.channelkeeper.organization;

import java.time.Clock;
import java.util.UUID;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.Ids;

/**
 * The people who sign in, whatever the organization.
 */
@Service
public class PersonService {

	private final PersonRepository people;

	private final PasswordEncoder encoder;

	private final Clock clock;

	PersonService(PersonRepository people, PasswordEncoder encoder, Clock clock) {
		this.people = people;
		this.encoder = encoder;
		this.clock = clock;
	}

	@Transactional
	UUID create(NewPerson facts) {
		return this.people.save(new PersonEntity(Ids.next(), facts, hash(facts.password()), this.clock.instant())).id();
	}

	private String hash(Password password) {
		return java.util.Objects.requireNonNull(this.encoder.encode(password.value()));
	}

}
