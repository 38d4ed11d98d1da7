package io.channelkeeper.organization;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;

/**
 * The members of the bound organization.
 */
@Service
public class MemberService {

	private final MemberRepository members;

	private final PersonRepository people;

	private final Clock clock;

	MemberService(MemberRepository members, PersonRepository people, Clock clock) {
		this.members = members;
		this.people = people;
		this.clock = clock;
	}

	/** Everybody who can sign in, by name. */
	@Transactional(readOnly = true)
	public List<Member> active() {
		return all().stream().filter(Member::active).toList();
	}

	/** Everybody, also who was deactivated, by name. */
	@Transactional(readOnly = true)
	public List<Member> all() {
		return this.members.findAllByName().stream().map(MemberEntity::toMember).toList();
	}

	/** Who runs the organization, by name. */
	@Transactional(readOnly = true)
	public List<Member> admins() {
		return active().stream().filter((member) -> member.role() == Role.ADMIN).toList();
	}

	/** The people who run the installation, whatever their organization. */
	@Transactional(readOnly = true)
	public Set<UUID> operators() {
		return this.people.findOperators();
	}

	/** A member, also one who was deactivated. */
	@Transactional(readOnly = true)
	public Member get(UUID memberId) {
		return this.members.findWithPerson(memberId)
			.map(MemberEntity::toMember)
			.orElseThrow(() -> new NotFoundException("member", memberId));
	}

	/**
	 * Gives a member another role.
	 * @throws LastAdminException if that leaves nobody to run the organization
	 */
	@Transactional
	public void changeRole(Viewer viewer, UUID memberId, Role role) {
		viewer.require(Action.ADMINISTER);
		if (role != Role.ADMIN) {
			keepAnAdmin(memberId);
		}
		entity(memberId).take(role);
	}

	/**
	 * Lets a member in no longer.
	 * @throws LastAdminException if that leaves nobody to run the organization
	 */
	@Transactional
	public void deactivate(Viewer viewer, UUID memberId) {
		viewer.require(Action.ADMINISTER);
		keepAnAdmin(memberId);
		entity(memberId).deactivate(this.clock.instant());
	}

	/** Lets somebody in again who was deactivated. */
	@Transactional
	public void reactivate(Viewer viewer, UUID memberId) {
		viewer.require(Action.ADMINISTER);
		entity(memberId).reactivate();
	}

	private void keepAnAdmin(UUID memberId) {
		List<MemberEntity> admins = this.members.lockAdmins();
		if (admins.size() == 1 && admins.getFirst().id().equals(memberId)) {
			throw new LastAdminException(memberId);
		}
	}

	private MemberEntity entity(UUID memberId) {
		return this.members.findById(memberId).orElseThrow(() -> new NotFoundException("member", memberId));
	}

	/**
	 * Makes a person a member of the bound organization; who was deactivated comes back.
	 */
	@Transactional
	Member enrol(UUID personId, Role role) {
		PersonEntity person = this.people.findById(personId)
			.orElseThrow(() -> new NotFoundException("person", personId));
		MemberEntity member = this.members.findByPerson(personId)
			.orElseGet(() -> new MemberEntity(Ids.next(), person, role, this.clock.instant()));
		member.reactivate();
		member.take(role);
		return this.members.saveAndFlush(member).toMember();
	}

}
