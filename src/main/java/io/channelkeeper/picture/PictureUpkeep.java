package io.channelkeeper.picture;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Lets go of what nobody shows, however it was left, and brings bytes to where they
 * belong.
 */
@Service
public class PictureUpkeep {

	private static final Logger log = LoggerFactory.getLogger(PictureUpkeep.class);

	private static final int PAGE = 500;

	private final PictureBytes bytes;

	private final PictureLedger ledger;

	private final ShownPictures shown;

	PictureUpkeep(PictureBytes bytes, PictureLedger ledger, ShownPictures shown) {
		this.bytes = bytes;
		this.ledger = ledger;
		this.shown = shown;
	}

	/** Finishes what was begun outside of the database. */
	public void tidy() {
		try {
			this.bytes.tidy();
		}
		catch (PicturesAwayException ex) {
			log.warn("Pictures are tidied up later: {}", ex.getMessage());
		}
	}

	/**
	 * Forgets what was put more than a day ago and that nothing shows, at most one page.
	 */
	public void sweep() {
		List<PictureName> abandoned = this.ledger.abandoned(PAGE);
		for (PictureName name : abandoned) {
			this.shown.change(name.organizationId(), () -> List.of(name.hash()));
		}
		if (!abandoned.isEmpty()) {
			log.info("Pictures that nothing showed: {}", abandoned.size());
		}
	}

}
