package io.channelkeeper.organization;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

/**
 * Makes organizations and members for the demo. Its passwords may be shorter than those
 * that people choose.
 */
@Component
public class DemoOrganizations {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final Password SOME = new Password("replaced in the next step");

	private final OrganizationService organizations;

	private final PersonService people;

	private final MemberService members;

	private final Viewers viewers;

	private final PasswordEncoder encoder;

	private final JdbcClient jdbc;

	DemoOrganizations(OrganizationService organizations, PersonService people, MemberService members, Viewers viewers,
			PasswordEncoder encoder, JdbcClient jdbc) {
		this.organizations = organizations;
		this.people = people;
		this.members = members;
		this.viewers = viewers;
		this.encoder = encoder;
		this.jdbc = jdbc;
	}

	/** Whether there is an organization already. */
	public boolean exist() {
		return this.jdbc.sql("select exists (select 1 from organization)").query(Boolean.class).single();
	}

	/** A new organization with a web site of its own. */
	public UUID make(String name, Locale language, String domain, byte[] logo) {
		UUID id = Ids.next();
		this.organizations.create(id,
				new NewOrganization(name, language, BERLIN, URI.create("https://" + domain + "/privacy"),
						URI.create("https://" + domain + "/imprint"), "hello@" + domain,
						name + ", Hafenstraße 1, 20359 Hamburg"),
				Logo.of(logo));
		return id;
	}

	/** Lets a person run the installation. */
	public void letOperate(UUID person) {
		this.people.runInstallation(person);
	}

	/**
	 * A new person as member of an organization.
	 * @return the person's id
	 */
	public UUID enrol(UUID organization, String name, String email, Locale language, Role role, String password) {
		UUID person = this.people.create(new NewPerson(name, new EmailAddress(email), language, BERLIN, SOME));
		this.jdbc.sql("update person set password_hash = :hash where id = :person")
			.param("hash", this.encoder.encode(password))
			.param("person", person)
			.update();
		Tenancy.within(organization, () -> this.members.enrol(person, role));
		return person;
	}

	/** Who signs in with this address. */
	public Viewer viewer(String email) {
		UUID person = this.jdbc.sql("select id from person where email = :email")
			.param("email", email)
			.query(UUID.class)
			.single();
		return this.viewers.of(person).getFirst();
	}

}
