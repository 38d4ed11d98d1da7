package io.channelkeeper.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Connections of the bound organization.
 */
interface ConnectionRepository extends Repository<ConnectionEntity, UUID> {

	Optional<ConnectionEntity> findById(UUID channelId);

	@Query("select c from ConnectionEntity c where c.loginId = :login order by c.channelId")
	List<ConnectionEntity> findByLogin(UUID login);

	/**
	 * The login that carries a channel now. It loads nothing that could be old once a
	 * lock is taken.
	 */
	@NativeQuery("""
			select login_id from connection
			where channel_id = :channel and organization_id = :organization and login_id is not null""")
	Optional<UUID> findLogin(UUID organization, UUID channel);

	/** The connected channels of a creator, archived ones among them. */
	@NativeQuery("""
			select k.channel_id from connection k join channel c on c.id = k.channel_id
			where c.creator_id = :creator and k.organization_id = :organization and k.login_id is not null
			order by k.channel_id""")
	List<UUID> findByCreator(UUID organization, UUID creator);

	ConnectionEntity save(ConnectionEntity connection);

	void flush();

}
