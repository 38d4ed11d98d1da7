package io.channelkeeper.connection;

import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * Tells whoever has a confirmation code how it stands with the deletion.
 */
@Service
public class DeletionService {

	private final ErasureRows rows;

	DeletionService(ErasureRows rows) {
		this.rows = rows;
	}

	/** The deletion with this code, or empty if there is none. */
	public Optional<Deletion> find(String code) {
		return this.rows.find(code);
	}

}
