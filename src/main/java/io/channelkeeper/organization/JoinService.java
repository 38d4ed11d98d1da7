package io.channelkeeper.organization;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Lets people become members by the link they were given.
 */
@Service
public class JoinService {

	private final AccessLinks links;

	private final OrganizationService organizations;

	private final PersonService people;

	private final MemberService members;

	private final TransactionOperations transactions;

	JoinService(AccessLinks links, OrganizationService organizations, PersonService people, MemberService members,
			TransactionOperations transactions) {
		this.links = links;
		this.organizations = organizations;
		this.people = people;
		this.members = members;
		this.transactions = transactions;
	}

	/**
	 * What the link offers.
	 * @throws DeadLinkException if it leads nowhere (any more)
	 */
	public JoinOffer offer(SecretToken token) {
		AccessLink link = this.links.open(Kind.JOIN, token);
		EmailAddress email = new EmailAddress(Objects.requireNonNull(link.email()));
		return new JoinOffer(this.organizations.get(link.organization()), email, Objects.requireNonNull(link.role()),
				this.people.find(email).map(PersonEntity::id).orElse(null));
	}

	/**
	 * Joins as somebody new.
	 * @return the person's id, or empty when somebody with this address registered in the
	 * same moment: then the link is still good and signing in joins
	 */
	public Optional<UUID> join(SecretToken token, String name, Locale language, ZoneId zone, Password password) {
		JoinOffer offer = offer(token);
		try {
			return Optional.of(use(token, offer,
					() -> this.people.create(new NewPerson(name, offer.email(), language, zone, password))));
		}
		catch (DataIntegrityViolationException ex) {
			if (this.people.find(offer.email()).isEmpty()) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	/**
	 * Joins as somebody who signs in already.
	 * @throws ForbiddenException if the link is for somebody else
	 */
	public UUID join(SecretToken token, UUID personId) {
		JoinOffer offer = offer(token);
		if (!personId.equals(offer.personId())) {
			throw new ForbiddenException("JOIN", personId);
		}
		return use(token, offer, () -> personId);
	}

	private UUID use(SecretToken token, JoinOffer offer, Supplier<UUID> person) {
		return Tenancy.within(offer.organization().id(),
				() -> Objects.requireNonNull(this.transactions.execute((status) -> {
					this.links.use(this.links.open(Kind.JOIN, token));
					UUID who = person.get();
					this.members.enrol(who, offer.role());
					return who;
				})));
	}

}
