package io.channelkeeper.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Connections of the bound organization.
 */
interface ConnectionRepository extends Repository<ConnectionEntity, UUID> {

	Optional<ConnectionEntity> findById(UUID channelId);

	@Query("select c from ConnectionEntity c where c.loginId = :login order by c.channelId")
	List<ConnectionEntity> findByLogin(UUID login);

	ConnectionEntity save(ConnectionEntity connection);

	void flush();

}
