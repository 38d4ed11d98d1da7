package io.channelkeeper.organization;

import java.time.ZoneId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.channelkeeper.organization.web.SignedIn;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * Makes organizations and members for tests.
 */
@Component
public class TestOrganizations {

	/** What everybody made here signs in with. */
	public static final String PASSWORD = "correct horse battery";

	/** One for all, and cheap to compare with: hashing takes time, as it should. */
	private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private final OrganizationService organizations;

	private final PersonService people;

	private final PersonRepository persons;

	private final MemberService members;

	private final Viewers viewers;

	private final JdbcClient jdbc;

	TestOrganizations(OrganizationService organizations, PersonService people, PersonRepository persons,
			MemberService members, Viewers viewers, JdbcClient jdbc) {
		this.organizations = organizations;
		this.people = people;
		this.persons = persons;
		this.members = members;
		this.viewers = viewers;
		this.jdbc = jdbc;
	}

	/** A new organization; answers its admin, who is called Ada Admin. */
	public Viewer make(String name) {
		UUID organization = Ids.next();
		this.organizations.create(organization,
				new NewOrganization(name, Locale.ENGLISH, BERLIN, null, null, null, null), null);
		return enrol(organization, "Ada Admin", Role.ADMIN);
	}

	/** A new member of the admin's organization. */
	public Viewer member(Viewer admin, Role role) {
		return member(admin, role, (role == Role.MARKETER) ? "Mia Marketer" : "Max " + role);
	}

	/** A new member of the admin's organization with a name. */
	public Viewer member(Viewer admin, Role role, String name) {
		return enrol(admin.organizationId(), name, role);
	}

	/** The same person in another organization, too. */
	public Viewer alsoIn(Viewer person, Viewer admin, Role role) {
		Tenancy.within(admin.organizationId(), () -> this.members.enrol(person.personId(), role));
		return viewer(person.personId(), admin.organizationId());
	}

	/** Lets a member read the pages in this language. */
	public void speak(Viewer viewer, String language) {
		this.jdbc.sql("update person set language = :language where id = :person")
			.param("language", language)
			.param("person", viewer.personId())
			.update();
	}

	/** Lets a member run the installation. */
	public void letOperate(Viewer viewer) {
		this.people.runInstallation(viewer.personId());
	}

	/** Signs a viewer in for a request of MockMvc. */
	public RequestPostProcessor signedIn(Viewer viewer) {
		return SecurityMockMvcRequestPostProcessors.authentication(UsernamePasswordAuthenticationToken.authenticated(
				new SignedIn(viewer.personId(), viewer.organizationId()), null, AuthorityUtils.NO_AUTHORITIES));
	}

	private Viewer enrol(UUID organization, String name, Role role) {
		EmailAddress email = new EmailAddress(role.name().toLowerCase(Locale.ROOT) + "." + Ids.next() + "@example.org");
		NewPerson facts = new NewPerson(name, email, Locale.ENGLISH, BERLIN, new Password(PASSWORD));
		UUID person = this.persons.save(new PersonEntity(Ids.next(), facts, HASH, Instant.now())).id();
		Tenancy.within(organization, () -> this.members.enrol(person, role));
		return viewer(person, organization);
	}

	private Viewer viewer(UUID person, UUID organization) {
		return this.viewers.of(person)
			.stream()
			.filter((viewer) -> viewer.organizationId().equals(organization))
			.findFirst()
			.orElseThrow();
	}

}
