-- The database `shop` of Fernlane: what the demo's data products are made of. Everything in it is made up, and the same
-- in every demo, so that what the guide shows is what everybody sees. The tables belong to a role of the shop; people,
-- teams, products and applications sign in as roles of their own, which may connect and read nothing: that is what
-- Countersign is for.

create role shop_owner nologin;
alter database shop owner to shop_owner;
alter database shop set timezone = 'UTC';
set role shop_owner;

create schema orders;

create table orders.orders (
  order_id text primary key,
  customer_hash text not null,
  placed_at timestamptz not null,
  total_cents integer not null,
  status text not null
);

create table orders.order_items (
  order_id text not null references orders.orders,
  article text not null,
  quantity integer not null,
  primary key (order_id, article)
);

create schema payments;

create table payments.ledger (
  payment_id text primary key,
  order_id text not null,
  booked_at timestamptz not null,
  method text not null,
  amount_cents integer not null
);

create schema shipments;

create table shipments.shipments (
  shipment_id text primary key,
  order_id text not null,
  carrier text not null,
  shipped_at timestamptz
);

create schema customers;

create table customers.profiles (
  customer_id text primary key,
  name text not null,
  email text not null,
  city text not null
);

create schema recommendations;

create table recommendations.suggestions (
  customer_hash text not null,
  article text not null,
  score numeric(3, 2) not null,
  primary key (customer_hash, article)
);

-- Rows -----------------------------------------------------------------------------------------------------------------

insert into customers.profiles
select 'C' || lpad(n::text, 3, '0'), first || ' ' || last, lower(first) || '.' || lower(last) || '@mail.example', city
from (
  select n,
    (array['Ada', 'Ben', 'Clara', 'Dario', 'Elif', 'Finn', 'Gita', 'Hugo', 'Ines', 'Jonas'])[1 + n % 10] as first,
    (array['Moss', 'Reed', 'Thorn', 'Vale', 'Birch', 'Heath', 'Lark'])[1 + n % 7] as last,
    (array['Lisbon', 'Ghent', 'Turin', 'Aarhus', 'Graz', 'Split'])[1 + n % 6] as city
  from generate_series(1, 30) n
) made;

insert into orders.orders
select 'F-' || (1000 + n), left(md5('C' || lpad((1 + n * 7 % 30)::text, 3, '0')), 8),
  timestamptz '2026-10-01 07:12:00+00' + n * interval '11 hours 17 minutes', 0,
  (array['delivered', 'delivered', 'shipped', 'paid', 'returned'])[1 + n % 5]
from generate_series(1, 50) n;

create temporary table article (name text, cents integer);
insert into article values ('fern, potted', 1290), ('moss kit', 2450), ('watering can', 1995), ('terrarium', 4900),
  ('grow lamp', 3575), ('soil, 10 l', 890), ('orchid', 2690);

insert into orders.order_items
select distinct on (order_id, name) order_id, name, 1 + (n * item) % 3
from (select order_id, row_number() over (order by order_id) as n from orders.orders) o,
  generate_series(1, 2) item,
  lateral (select name from (select name, row_number() over (order by name) as nth from article) a where nth = 1 + (n * item * 3) % 7) picked
order by order_id, name;

update orders.orders o set total_cents = (
  select sum(i.quantity * a.cents) from orders.order_items i join article a on a.name = i.article where i.order_id = o.order_id
);

insert into payments.ledger
select 'P-' || substr(order_id, 3), order_id, placed_at + interval '3 minutes',
  (array['card', 'transfer', 'invoice'])[1 + total_cents % 3], total_cents
from orders.orders;

insert into shipments.shipments
select 'S-' || substr(order_id, 3), order_id, (array['Northwind', 'Parcelo'])[1 + total_cents % 2], placed_at + interval '1 day'
from orders.orders where status in ('delivered', 'shipped', 'returned');

insert into recommendations.suggestions
select customer_hash, name, (0.50 + (length(name) * n % 50) / 100.0)::numeric(3, 2)
from (select customer_hash, row_number() over (order by customer_hash) as n from (select distinct customer_hash from orders.orders) h) c,
  lateral (select name from article order by md5(name || customer_hash) limit 1) a;

drop table article;
reset role;

-- Who signs in ---------------------------------------------------------------------------------------------------------

-- Countersign's own role: it may create roles, hand on the rights it was given, also those on tables that come later, and
-- end sessions of roles that lost access. It is no superuser. "countersign targets check shop" says that nothing lacks.
create role countersign login createrole;
grant shop_owner to countersign with inherit false, set true;
grant pg_signal_backend to countersign;

-- Everybody may see that the schemas are there, and read nothing in them.
do $$
declare
  area text;
begin
  foreach area in array array['orders', 'payments', 'shipments', 'customers', 'recommendations'] loop
    execute format('grant usage on schema %I to public', area);
    execute format('grant usage on schema %I to countersign with grant option', area);
    execute format('grant select, insert, update, delete on all tables in schema %I to countersign with grant option', area);
    execute format('alter default privileges for role shop_owner in schema %I grant select, insert, update, delete on tables to countersign with grant option', area);
  end loop;
end $$;

-- People, teams, a product and the applications of Fernlane. None of them may read anything.
create role alice login;
create role bob login;
create role carol login;
create role dan login;
create role eve login;
create role frank login;
create role grace login;
create role heidi login;
create role judy login;
create role oscar login;
create role analytics login;
create role checkout login;
create role fulfilment login;
create role partner_desk login;
create role dp_recommendations login;
create role app_reports login;
create role parcel_tracker login;
