package io.channelkeeper.warning;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

/**
 * What members are told inside the application.
 */
@Service
public class NoticeService {

	private static final int OPEN_AT_MOST = 200;

	private static final int PAGE = 50;

	private final NoticeStore store;

	private final MemberService members;

	NoticeService(NoticeStore store, MemberService members) {
		this.store = store;
		this.members = members;
	}

	/**
	 * Tells members of the bound organization; others among them are left out, and so are
	 * those who chose not to hear of it.
	 * @return who was told
	 */
	@Transactional
	public Set<UUID> tell(Collection<UUID> memberIds, NoticeDraft draft) {
		return this.store.add(memberIds, draft);
	}

	/**
	 * Tells everybody in the bound organization who did not choose otherwise.
	 * @return who was told
	 */
	@Transactional
	public Set<UUID> tellTeam(NoticeDraft draft) {
		return this.store.add(this.members.active().stream().map(Member::id).toList(), draft);
	}

	/** How many notices the member has not read. */
	@Transactional(readOnly = true)
	public int unread(Viewer viewer) {
		return this.store.unread(viewer.memberId());
	}

	/** The notices that the member has not read, the newest first. */
	@Transactional(readOnly = true)
	public List<Notice> open(Viewer viewer) {
		return this.store.list(viewer.memberId(), false, null, OPEN_AT_MOST);
	}

	/**
	 * A page of the notices that the member has read, the newest first.
	 * @param before the last notice of the page before, or null for the first page
	 */
	@Transactional(readOnly = true)
	public List<Notice> earlier(Viewer viewer, @Nullable UUID before) {
		return this.store.list(viewer.memberId(), true, before, PAGE);
	}

	/**
	 * Marks a notice of the member's own as read.
	 * @return the page that it leads to
	 * @throws NotFoundException if the member has no such notice
	 */
	@Transactional
	public String follow(Viewer viewer, UUID noticeId) {
		return this.store.read(viewer.memberId(), noticeId)
			.orElseThrow(() -> new NotFoundException("notice", noticeId));
	}

	@Transactional
	public void readAll(Viewer viewer) {
		this.store.readAll(viewer.memberId());
	}

	/** Whether a page of this length may have a next one. */
	public boolean full(List<Notice> page) {
		return page.size() == PAGE;
	}

}
