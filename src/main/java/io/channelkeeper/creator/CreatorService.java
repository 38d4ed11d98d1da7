package io.channelkeeper.creator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Action;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.OrganizationService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.PlainText;

/**
 * Keeps the creators of the bound organization.
 */
@Service
public class CreatorService {

	private final CreatorRepository creators;

	private final MemberService members;

	private final OrganizationService organizations;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CreatorService(CreatorRepository creators, MemberService members, OrganizationService organizations,
			ApplicationEventPublisher events, Clock clock) {
		this.creators = creators;
		this.members = members;
		this.organizations = organizations;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds a creator.
	 * @return the new creator's id
	 * @throws NotFoundException if who looks after the creator is no member
	 */
	@Transactional
	public UUID create(Viewer viewer, NewCreator wanted) {
		viewer.require(Action.KEEP_PORTFOLIO);
		requireMember(wanted.lookedAfterBy());
		UUID id = Ids.next();
		this.creators.save(new CreatorEntity(id, spelled(wanted), this.clock.instant()));
		return id;
	}

	@Transactional
	public void edit(Viewer viewer, UUID id, NewCreator wanted) {
		viewer.require(Action.KEEP_PORTFOLIO);
		requireMember(wanted.lookedAfterBy());
		find(id).describe(spelled(wanted));
	}

	/**
	 * Puts a creator away. The channels stay with the creator, so that nobody adds them a
	 * second time by mistake.
	 * @param disconnect whether the creator's connections are to end
	 * @throws ForbiddenException if the viewer may not disconnect this creator's channels
	 */
	@Transactional
	public void archive(Viewer viewer, UUID id, boolean disconnect) {
		viewer.require(Action.KEEP_PORTFOLIO);
		CreatorEntity creator = find(id);
		if (disconnect && !viewer.mayConnect(creator.lookedAfterBy())) {
			throw new ForbiddenException("disconnect", viewer.memberId());
		}
		if (!creator.isArchived()) {
			creator.archive(this.clock.instant());
			this.events.publishEvent(new CreatorArchived(viewer.organizationId(), id, disconnect));
		}
	}

	/** Puts several creators away, or none of them. */
	@Transactional
	public void archive(Viewer viewer, Collection<UUID> ids, boolean disconnect) {
		new TreeSet<>(ids).forEach((id) -> archive(viewer, id, disconnect));
	}

	/** Takes an archived creator back into the portfolio. */
	@Transactional
	public void restore(Viewer viewer, UUID id) {
		viewer.require(Action.KEEP_PORTFOLIO);
		find(id).restore();
	}

	/**
	 * The creator, archived or not.
	 * @throws NotFoundException if the organization has none with this id
	 */
	@Transactional(readOnly = true)
	public Creator get(UUID id) {
		return find(id).toCreator();
	}

	/**
	 * Several creators, by name.
	 * @throws NotFoundException if the organization has not all of them
	 */
	@Transactional(readOnly = true)
	public List<Creator> get(Collection<UUID> ids) {
		return new TreeSet<>(ids).stream()
			.map((id) -> find(id).toCreator())
			.sorted(Comparator.comparing(Creator::name, String.CASE_INSENSITIVE_ORDER))
			.toList();
	}

	/** The creator whom the team writes to at this address, the oldest if several. */
	@Transactional(readOnly = true)
	public Optional<Creator> byEmail(EmailAddress email) {
		return this.creators.findByEmailKey(email.key()).stream().findFirst().map(CreatorEntity::toCreator);
	}

	/** All tags in use, without those that differ in letter case only. */
	@Transactional(readOnly = true)
	public List<String> tags() {
		return List.copyOf(spellings().values());
	}

	/**
	 * What a form lets people choose from.
	 * @param current who looks after the creator now, perhaps no longer active, or null
	 */
	@Transactional(readOnly = true)
	public CreatorChoices choices(Viewer viewer, @Nullable UUID current) {
		List<Member> members = new ArrayList<>(this.members.active());
		if (current != null && members.stream().noneMatch((member) -> member.id().equals(current))) {
			members.add(this.members.get(current));
		}
		return new CreatorChoices(List.copyOf(members), tags(),
				this.organizations.get(viewer.organizationId()).language());
	}

	/**
	 * Gives one tag to several creators. Who has no room for another one keeps what there
	 * is.
	 * @throws IllegalArgumentException if the tag is empty or too long
	 */
	@Transactional
	public void tag(Viewer viewer, Collection<UUID> ids, String typed) {
		viewer.require(Action.KEEP_PORTFOLIO);
		String tag = PlainText.line(typed);
		if (tag.isEmpty() || tag.length() > NewCreator.MAX_TAG) {
			throw new IllegalArgumentException("Not a tag");
		}
		String spelled = spellings().getOrDefault(tag, tag);
		new TreeSet<>(ids).forEach((id) -> find(id).tag(spelled));
	}

	private CreatorEntity find(UUID id) {
		return this.creators.findById(id).orElseThrow(() -> new NotFoundException("creator", id));
	}

	/** Writes tags as the organization wrote them before. */
	private NewCreator spelled(NewCreator wanted) {
		if (wanted.tags().isEmpty()) {
			return wanted;
		}
		Map<String, String> known = spellings();
		return new NewCreator(wanted.name(), wanted.email(), wanted.language(), wanted.lookedAfterBy(),
				wanted.tags().stream().map((tag) -> known.getOrDefault(tag, tag)).toList());
	}

	private Map<String, String> spellings() {
		Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		this.creators.findTags().forEach((tag) -> spellings.putIfAbsent(tag, tag));
		return spellings;
	}

	private void requireMember(@Nullable UUID member) {
		if (member != null) {
			this.members.get(member);
		}
	}

}
